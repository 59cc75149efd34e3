using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Json;
using Fulcrum.Contracts.Orders;
using Microsoft.Extensions.DependencyInjection;

namespace Fulcrum.Silo.Tests.Engine;

/// <summary>What connections do to the silo, and the silo to connections.</summary>
public sealed class ConnectionTests
{
    private static readonly TimeSpan StopMax = TimeSpan.FromSeconds(10);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_that_goes_away_cancels_no_change()
    {
        using TestDatabase database = await TestDatabase.CreateAsync("sqlite");
        PausedPlacement pause = new();
        await using EmbeddedSilo silo = await EmbeddedSilo.StartAsync(database, builder => builder.Services.AddSingleton<IIncomingGrainCallFilter>(pause));
        (await silo.Gateway.ImportAsync(Calls.Context(), SmallMarket.Of(vcpu: 100))).ShouldSucceed();
        using HttpClient http = new() { BaseAddress = silo.Url };
        using CancellationTokenSource client = new();
        using StringContent body = new(JsonSerializer.Serialize(new { Order = SmallMarket.Order("lonely") }, FulcrumJson.Options), Encoding.UTF8, "application/json");
        Task<HttpResponseMessage> request = http.PostAsync(new Uri("/api/v1/orders", UriKind.Relative), body, client.Token);
        await pause.Arrived.WaitAsync(Cancellation);
        await client.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => request);
        pause.Continue();
        await pause.Answered.WaitAsync(Cancellation);
        (await silo.Gateway.GetOrderAsync(Caller.Development, "lonely")).ShouldSucceed().State.ShouldBe(OrderState.Held);
    }

    [Fact]
    public async Task A_silo_with_open_event_streams_stops_promptly_and_ends_them()
    {
        using TestDatabase database = await TestDatabase.CreateAsync("sqlite");
        await using EmbeddedSilo silo = await EmbeddedSilo.StartAsync(database);
        using HttpClient http = new() { BaseAddress = silo.Url };
        using StreamReader first = await OpenStreamAsync(http);
        using StreamReader second = await OpenStreamAsync(http);
        long startedAt = TimeProvider.System.GetTimestamp();
        await silo.StopAsync();
        TimeProvider.System.GetElapsedTime(startedAt).ShouldBeLessThan(StopMax);
        (await first.ReadToEndAsync(Cancellation)).ShouldBeEmpty();
        (await second.ReadToEndAsync(Cancellation)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/health/live", "200")]
    [InlineData("/api/v1/locations", "200")]
    [InlineData("/api/v1/orders/nothing", "404")]
    [InlineData("/api/v1/events", "200")]
    public async Task HEAD_answers_as_GET_without_a_body(string path, string status)
    {
        using TestDatabase database = await TestDatabase.CreateAsync("sqlite");
        await using EmbeddedSilo silo = await EmbeddedSilo.StartAsync(database);
        foreach (string accept in new[] { "application/json", "text/event-stream" })
        {
            string answer = await SendRawAsync(silo.Url, $"HEAD {path} HTTP/1.1\r\nHost: localhost\r\nAccept: {accept}\r\nConnection: close\r\n\r\n");
            answer.ShouldStartWith($"HTTP/1.1 {status} ");
            answer.ShouldContain("Content-Type: ");
            answer.ShouldEndWith("\r\n\r\n");
            answer.Split("\r\n\r\n").Length.ShouldBe(2, answer);
        }
    }

    private static async Task<StreamReader> OpenStreamAsync(HttpClient http)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/api/v1/events");
        request.Headers.Add("Accept", "text/event-stream");
        HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        StreamReader reader = new(await response.Content.ReadAsStreamAsync(Cancellation));
        (await reader.ReadLineAsync(Cancellation)).ShouldBe(": connected");
        (await reader.ReadLineAsync(Cancellation)).ShouldBe("");
        return reader;
    }

    private static async Task<string> SendRawAsync(Uri url, string request)
    {
        using TcpClient tcp = new();
        await tcp.ConnectAsync(IPAddress.Loopback, url.Port, Cancellation);
        await tcp.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), Cancellation);
        using StreamReader reader = new(tcp.GetStream(), Encoding.UTF8);
        return await reader.ReadToEndAsync(Cancellation);
    }
}
