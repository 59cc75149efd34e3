using System.Text.Json;
using System.Text.Json.Nodes;
using Fulcrum.Cli;
using Fulcrum.Client.Tests.Engine;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Contracts.Json;

namespace Fulcrum.Client.Tests.CommandLine;

/// <summary>A decision as the API answers it holds everything that the independent checker needs.</summary>
public sealed class CheckDecisionTests(RealEngine engine)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("02-spread-over-providers")]
    [InlineData("03-latency-web-database")]
    [InlineData("04-secnumcloud")]
    [InlineData("05-customer-held-keys")]
    public async Task A_decision_is_checked_again_from_nothing_but_its_own_document(string sample)
    {
        OrderResource before = await PlaceAsync(sample);
        OrderResource held = await PlaceAsync(sample);
        string decision = await DecisionAsync(held.Id);
        CommandRun run = (await CheckAsync(decision)).ShouldSucceed();
        run.Output.ShouldStartWith("valid: ");
        OrderDecisionResource read = JsonSerializer.Deserialize<OrderDecisionResource>(decision, FulcrumJson.Options)!;
        read.Order.Id.ShouldBe(held.Id);
        read.Evidence!.Claims.Select(static pool => pool.Generation).ShouldBe(read.Decision.Plan!.Certificate.Generations.Values);
        foreach (string id in new[] { before.Id, held.Id }) await engine.Http.CancelOrderAsync(id, cancellationToken: Cancellation);
    }

    [Fact]
    public async Task A_decision_on_capacity_that_was_not_free_is_caught()
    {
        OrderResource held = await PlaceAsync("01-cheapest-vm");
        JsonNode decision = JsonNode.Parse(await DecisionAsync(held.Id))!;
        decision["evidence"]!["claims"]![0]!["claimed"] = new JsonObject { ["vcpu"] = DocumentLimit };
        CommandRun run = await CheckAsync(decision.ToJsonString());
        run.ExitCode.ShouldBe(ExitCodes.Failure, run.Error);
        run.Output.ShouldContain("[capacity");
        await engine.Http.CancelOrderAsync(held.Id, cancellationToken: Cancellation);
    }

    [Fact]
    public async Task A_rejection_names_the_market_that_it_was_proved_on()
    {
        OrderDocument order = RealEngine.Order("08-infeasible") with { Id = $"rejected-{Guid.NewGuid():N}" };
        await Should.ThrowAsync<PlacementException>(() => engine.Http.PlaceOrderAsync(new OrderRequest { Order = order }, cancellationToken: Cancellation));
        string decision = await DecisionAsync(order.Id!);
        MarketEvidenceDocument market = JsonSerializer.Deserialize<OrderDecisionResource>(decision, FulcrumJson.Options)!.Evidence!.Market;
        (market.ReadAfresh, market.ResourcePoolsHash?.Length).ShouldBe((true, 64));
        market.ResourcePools.ShouldBeGreaterThanOrEqualTo(RealEngine.Federation.ResourcePools.Length);
        (await CheckAsync(decision)).ShouldFail(ExitCodes.BadInput, "infeasible and has no plan to check");
    }

    [Fact]
    public async Task A_decision_goes_alone() =>
        (await CommandRun.Of("check", "--decision", "d.json", "--plan", "p.json")).Error.ShouldContain("or --decision alone");

    private const long DocumentLimit = 1_000_000_000_000;

    private static async Task<CommandRun> CheckAsync(string decision)
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("fulcrum-check-").FullName, "decision.json");
        await File.WriteAllTextAsync(file, decision, Cancellation);
        return await CommandRun.Of("check", "--decision", file);
    }

    private async Task<string> DecisionAsync(string id)
    {
        using HttpClient http = new() { BaseAddress = new Uri(engine.Url) };
        return await http.GetStringAsync(new Uri($"/api/v1/orders/{id}/decision", UriKind.Relative), Cancellation);
    }

    private Task<OrderResource> PlaceAsync(string sample) => engine.Http.PlaceOrderAsync(new OrderRequest { Order = RealEngine.Order(sample) }, cancellationToken: Cancellation);
}
