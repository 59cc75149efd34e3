using System.Net.Http.Json;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Contracts.Json;
using Fulcrum.Contracts.Orders;
using Fulcrum.Contracts.Reading;
using Fulcrum.Planning;
using Fulcrum.Solver.Model;

namespace Fulcrum.Silo.Tests.Engine;

/// <summary>What a quote tells beyond its plan, and what a refusal explains.</summary>
public sealed class QuestionTests
{
    private const int SolveMilliseconds = 20_000;

    private static OrderDocument Order(string name) => Calls.Order(name) with { Limits = new LimitsDocument { SolveMilliseconds = SolveMilliseconds } };

    [Fact]
    public async Task A_quote_has_alternatives_and_says_why_a_provider_was_not_chosen()
    {
        using TestDatabase database = await TestDatabase.CreateAsync("sqlite");
        await using EmbeddedSilo silo = await EmbeddedSilo.StartAsync(database);
        (await silo.Gateway.ImportAsync(Calls.Context(), Calls.Federation())).ShouldSucceed();
        QuoteRequest request = new() { Order = Order("01-cheapest-vm"), Alternatives = 2, Explain = true, WhyNotItemId = Order("01-cheapest-vm").Items[0].Id, WhyNotProviderId = "hetzner" };

        DecisionDocument decision = (await silo.Gateway.QuoteAsync(Calls.Context(), request)).ShouldSucceed().Decision!;
        decision.Alternatives!.Value.Length.ShouldBe(2);
        decision.Alternatives.Value[0].Certificate.Objective.ShouldBeGreaterThanOrEqualTo(decision.Plan!.Certificate.Objective);
        decision.WhyNot!.ProviderId.ShouldBe("hetzner");
        decision.WhyNot.Detail.ShouldNotBeEmpty();
        decision.Funnel.SelectMany(static funnel => funnel.Steps).ShouldAllBe(static step => step.LeftWithout != null);
    }

    [Fact]
    public async Task All_plans_of_a_quote_are_checked_again_from_nothing_but_its_decision()
    {
        using TestDatabase database = await TestDatabase.CreateAsync("sqlite");
        await using EmbeddedSilo silo = await EmbeddedSilo.StartAsync(database);
        (await silo.Gateway.ImportAsync(Calls.Context(), Calls.Federation())).ShouldSucceed();
        OrderDocument order = Order("07-budget-binds");
        QuoteRequest request = new() { Order = order, Alternatives = 2, Frontier = true, WhyNotItemId = order.Items[0].Id, WhyNotProviderId = "hetzner" };
        OrderView quote = (await silo.Gateway.QuoteAsync(Calls.Context(), request)).ShouldSucceed();
        quote.Decision!.Frontier!.Plans.Length.ShouldBeGreaterThan(2);

        using HttpClient http = new() { BaseAddress = silo.Url };
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        OrderResource resource = (await http.GetFromJsonAsync<OrderResource>(new Uri($"/api/v1/orders/{quote.Id.Value}", UriKind.Relative), FulcrumJson.Options, cancellation))!;
        resource.Frontier!.Plans.Length.ShouldBe(quote.Decision.Frontier.Plans.Length);
        OrderDecisionResource decision = DocumentReader.ReadOrderDecision(await http.GetByteArrayAsync(new Uri($"/api/v1/orders/{quote.Id.Value}/decision", UriKind.Relative), cancellation)).Value!;
        PlacementProblem problem = EvidenceTranslation.ToSnapshot(decision.Evidence!.Federation!, decision.Evidence.Claims).ToProblem(decision.Order, decision.Decision.DecidedAt);
        PlanVerifier.Check(problem, decision.Decision, decision.Decision.Plan!).ShouldBeEmpty();
        PlanVerifier.CheckOthers(problem, decision.Decision).ShouldBeEmpty();
        decision.Decision.Frontier!.Plans.Length.ShouldBe(resource.Frontier.Plans.Length);
    }

    [Fact]
    public async Task A_rejection_carries_the_conflict_and_priced_ways_out()
    {
        using TestDatabase database = await TestDatabase.CreateAsync("sqlite");
        await using EmbeddedSilo silo = await EmbeddedSilo.StartAsync(database);
        (await silo.Gateway.ImportAsync(Calls.Context(), Calls.Federation())).ShouldSucceed();

        Answer<OrderView> answer = await silo.Gateway.PlaceAsync(Calls.Context(), new OrderRequest { Order = Order("08-infeasible") });
        answer.Failure!.Code.ShouldBe(ErrorCodes.Infeasible);
        answer.Failure.Detail!.ShouldContain("together");
        DecisionDocument decision = answer.Failure.Decision!;
        decision.ConflictSet!.Value.ShouldNotBeEmpty();
        decision.Relaxations!.Value.ShouldContain(static relaxation => relaxation.PriceMonthly != null);
    }

    [Fact]
    public async Task A_question_about_nothing_is_a_fault_of_the_request()
    {
        using TestDatabase database = await TestDatabase.CreateAsync("sqlite");
        await using EmbeddedSilo silo = await EmbeddedSilo.StartAsync(database);
        (await silo.Gateway.ImportAsync(Calls.Context(), Calls.Federation())).ShouldSucceed();

        Answer<OrderView> answer = await silo.Gateway.QuoteAsync(Calls.Context(), new QuoteRequest { Order = Order("01-cheapest-vm"), Alternatives = 21, WhyNotItemId = "nothing", WhyNotProviderId = "nobody" });
        answer.Failure!.Code.ShouldBe(ErrorCodes.RequestInvalid);
        answer.Failure.Faults.Select(static fault => fault.Path).ShouldBe(["$.alternatives", "$.whyNot.itemId", "$.whyNot.providerId"], ignoreOrder: true);
    }
}
