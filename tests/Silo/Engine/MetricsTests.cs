using System.Net;
using System.Net.Http.Json;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Contracts.Json;
using Fulcrum.Silo.Hosting;

namespace Fulcrum.Silo.Tests.Engine;

/// <summary>What <c>GET /metrics</c> answers. It counts what every silo of the process does, so nothing else runs beside these tests.</summary>
[Collection(nameof(MetricsTests))]
[CollectionDefinition(nameof(MetricsTests), DisableParallelization = true)]
public sealed class MetricsTests
{
    private static readonly Uri Path = new("/metrics", UriKind.Relative);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Metrics_are_served_when_they_are_turned_on()
    {
        using TestDatabase database = await TestDatabase.CreateAsync("sqlite");
        await using EmbeddedSilo silo = await EmbeddedSilo.StartAsync(database, "--Fulcrum:Telemetry:Metrics", "true");
        (await silo.Gateway.ImportAsync(Calls.Context(), SmallMarket.Of(vcpu: 3))).ShouldSucceed();
        (await silo.Gateway.PlaceAsync(Calls.Context(), new OrderRequest { Order = SmallMarket.Order("one"), Confirm = true })).ShouldSucceed();
        (await silo.Gateway.PlaceAsync(Calls.Context(), new OrderRequest { Order = SmallMarket.Order("two") })).Failure!.Code.ShouldBe(ErrorCodes.Infeasible);
        using HttpClient http = new() { BaseAddress = silo.Url };
        await http.GetStringAsync(new Uri("/health/live", UriKind.Relative), Cancellation);
        string metrics = await http.GetStringAsync(Path, Cancellation);
        ShouldHave(metrics, "fulcrum_placement_duration_seconds_count", "fulcrum_outcome=\"confirmed\"", "1");
        ShouldHave(metrics, "fulcrum_placement_duration_seconds_count", "fulcrum_outcome=\"placement.infeasible\"", "1");
        ShouldHave(metrics, "fulcrum_solve_duration_seconds_count", "fulcrum_outcome=\"optimal\"", "");
        ShouldHave(metrics, "fulcrum_orders_total", "fulcrum_order_state=\"rejected\"", "1");
        ShouldHave(metrics, "fulcrum_holds_total", "fulcrum_outcome=\"accepted\"", "1");
        metrics.ShouldContain("fulcrum_store_append_duration_seconds_count");
        metrics.ShouldContain("fulcrum_store_append_streams_total");
        metrics.ShouldContain("http_server_request_duration_seconds");
    }

    [Fact]
    public async Task Metrics_are_off_unless_turned_on()
    {
        using TestDatabase database = await TestDatabase.CreateAsync("sqlite");
        await using EmbeddedSilo silo = await EmbeddedSilo.StartAsync(database);
        using HttpClient http = new() { BaseAddress = silo.Url };
        using HttpResponseMessage answer = await http.GetAsync(Path, Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadFromJsonAsync<ProblemResource>(FulcrumJson.Options, Cancellation))!.Code.ShouldBe(ErrorCodes.NoSuchRoute);
    }

    [Theory]
    [InlineData("--Fulcrum:Telemetry:Metrics", "perhaps")]
    [InlineData("--Fulcrum:Telemetry:Metric", "true")]
    public async Task A_setting_that_means_nothing_stops_the_start(string name, string value)
    {
        using TestDatabase database = await TestDatabase.CreateAsync("sqlite");
        Exception exception = await Should.ThrowAsync<InvalidOperationException>(() => SiloHost.BuildAsync([.. database.Settings, name, value]));
        exception.Message.ShouldContain(name.Split(':')[^1]);
    }

    private static void ShouldHave(string metrics, string name, string label, string value) => metrics.Split('\n')
        .ShouldContain(line => line.StartsWith(name, StringComparison.Ordinal) && line.Contains(label, StringComparison.Ordinal) && line.Contains($"}} {value}", StringComparison.Ordinal), metrics);
}
