using System.Net.Http.Headers;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Silo.Http;

namespace Fulcrum.Silo.Tests.Http;

/// <summary>Size and kind of bodies.</summary>
public sealed class BodyLimitTests : EdgeTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_beyond_the_limit_is_refused(bool isChunked)
    {
        EdgeAnswer answer = await PostAsync("/api/v1/orders", new byte[HttpLimits.BodyBytesMax + 1], "application/json", isChunked);
        answer.Status.ShouldBe(413);
        answer.Problem.Code.ShouldBe(ErrorCodes.RequestTooLarge);
        answer.Problem.Detail!.ShouldContain("1048576 bytes");
    }

    [Fact]
    public async Task A_body_of_100_MB_is_refused_unread()
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/v1/federation/import") { Content = new ByteArrayContent(new byte[100_000_000]) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("Idempotency-Key", "key-1");
        request.Headers.ExpectContinue = true;
        EdgeAnswer answer = await Edge.SendAsync(request);
        answer.Status.ShouldBe(413);
        answer.Problem.Detail!.ShouldContain("67108864 bytes");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData(null)]
    public async Task Another_media_type_is_refused(string? mediaType)
    {
        EdgeAnswer answer = await PostAsync("/api/v1/orders", "{}"u8.ToArray(), mediaType, isChunked: false);
        answer.Status.ShouldBe(415, answer.Body);
        answer.Problem.Code.ShouldBe(ErrorCodes.RequestMediaType);
        answer.Problem.Detail!.ShouldContain("application/json");
    }

    [Fact]
    public async Task Nesting_beyond_the_limit_is_refused()
    {
        EdgeAnswer answer = await Edge.SendAsync("POST", "/api/v1/orders", new string('[', 1000) + new string(']', 1000));
        answer.Status.ShouldBe(400);
        answer.Problem.Errors!.Value.ShouldHaveSingleItem().Message.ShouldContain("depth of 32");
    }

    [Fact]
    public async Task More_large_bodies_than_allowed_at_the_same_time_are_refused()
    {
        TaskCompletionSource<Answer<ImportReport>> finish = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using SemaphoreSlim begun = new(0);
        Edge.Gateway.Answers<ImportReport>(nameof(IPlacementGatewayGrain.ImportAsync), _ =>
        {
            begun.Release();
            return finish.Task;
        });
        Task<EdgeAnswer>[] running = [.. Enumerable.Range(0, HttpLimits.LargeBodiesMax).Select(_ => ImportAsync())];
        foreach (Task<EdgeAnswer> _ in running) (await begun.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken)).ShouldBeTrue();
        EdgeAnswer refused = await ImportAsync();
        refused.Status.ShouldBe(429);
        refused.Headers.RetryAfter.ShouldNotBeNull();
        finish.SetResult(new Answer<ImportReport> { Value = new ImportReport() });
        (await Task.WhenAll(running)).ShouldAllBe(static answer => answer.Status == 200);
        (await ImportAsync()).Status.ShouldBe(200);
    }

    private Task<EdgeAnswer> ImportAsync() => Edge.SendAsync("POST", "/api/v1/federation/import", "{}", ("Idempotency-Key", "key-1"));

    private async Task<EdgeAnswer> PostAsync(string path, byte[] body, string? mediaType, bool isChunked)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = mediaType is null ? null : MediaTypeHeaderValue.Parse(mediaType);
        request.Headers.TransferEncodingChunked = isChunked;
        return await Edge.SendAsync(request);
    }
}
