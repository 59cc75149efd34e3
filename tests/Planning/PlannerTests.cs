using System.Text.Json;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Json;
using Fulcrum.Contracts.Reading;
using Fulcrum.Solver;
using Fulcrum.Solver.Checking;

namespace Fulcrum.Planning.Tests;

/// <summary>Orders are planned, verified and written so that they can be verified again.</summary>
public sealed class PlannerTests
{
    private const string InfeasibleFile = "08-infeasible.json";

    private static readonly SolveOptions Options = new() { TimeLimit = TimeSpan.FromMinutes(2), Workers = 2 };
    private static readonly Planner Planner = new(TimeProvider.System);

    public static TheoryData<string> OrderFiles => Samples.OrderFiles;

    [Theory]
    [MemberData(nameof(OrderFiles))]
    public void A_sample_is_planned_optimally_and_its_document_passes_the_check(string file)
    {
        OrderDocument order = Samples.Order(file);
        DecisionDocument decision = Planner.Plan(Samples.Market, order, Samples.DecidedAt, Options, TestContext.Current.CancellationToken);
        decision.Status.ShouldBe(file == InfeasibleFile ? PlacementStatus.Infeasible : PlacementStatus.Optimal);
        decision.Funnel.Length.ShouldBe(order.Items.Length);
        if (decision.Plan is null) return;
        decision.Plan.Certificate.StagesMs.Check.ShouldBeGreaterThan(0);
        DecisionDocument read = Reread(decision);
        Violations(order, read).ShouldBeEmpty();
        JsonSerializer.Serialize(read, FulcrumJson.Options).ShouldBe(JsonSerializer.Serialize(decision, FulcrumJson.Options));
    }

    [Theory]
    [InlineData("02-spread-over-providers.json")]
    [InlineData("04-secnumcloud.json")]
    [InlineData("07-budget-binds.json")]
    public void The_plain_model_finds_the_same_objective(string file)
    {
        OrderDocument order = Samples.Order(file);
        decimal Objective(SolveStrategy strategy) =>
            Planner.Plan(Samples.Market, order, Samples.DecidedAt, Options with { Strategy = strategy }, TestContext.Current.CancellationToken).Plan!.Certificate.Objective;
        Objective(SolveStrategy.Plain).ShouldBe(Objective(SolveStrategy.Pipeline));
    }

    [Fact]
    public void A_price_is_exact_to_the_last_decimal_and_rounded_once()
    {
        OrderDocument order = Single(quantity: 3);
        PlanDocument plan = Planner.Plan(OnePool(0.00000000068493150684931506m), order, Samples.DecidedAt, Options, TestContext.Current.CancellationToken).Plan!;
        plan.Assignments.ShouldHaveSingleItem().PriceMonthly.ShouldBe(0);
        plan = Planner.Plan(OnePool(0.00000000068493150684931507m), order, Samples.DecidedAt, Options, TestContext.Current.CancellationToken).Plan!;
        plan.Assignments.ShouldHaveSingleItem().PriceMonthly.ShouldBe(0.000003m);
    }

    [Fact]
    public void Generations_of_the_pools_used_are_stated()
    {
        DecisionDocument decision = Planner.Plan(OnePool(1), Single(quantity: 1), Samples.DecidedAt, Options, TestContext.Current.CancellationToken);
        decision.Plan!.Certificate.Generations.ShouldBe([KeyValuePair.Create("pool", 9L)]);
    }

    [Fact]
    public void What_a_document_states_twice_must_agree()
    {
        OrderDocument order = Single(quantity: 1);
        MarketSnapshot market = OnePool(1);
        DecisionDocument decision = Planner.Plan(market, order, Samples.DecidedAt, Options, TestContext.Current.CancellationToken);
        PlanDocument plan = decision.Plan!;
        string[] Rules(DecisionDocument stated) =>
            [.. PlanVerifier.Check(market.ToProblem(order, stated.DecidedAt), stated, stated.Plan!).Select(static violation => violation.Rule)];
        Rules(decision).ShouldBeEmpty();
        Rules(decision with { Status = PlacementStatus.Feasible }).ShouldBe([PlanVerifier.DecisionStatus]);
        Rules(decision with { Plan = plan with { Score = plan.Score with { Price = 1 } } }).ShouldBe([PlanVerifier.ScorePrice]);
        Rules(decision with { Plan = plan with { Score = plan.Score with { Items = [plan.Score.Items[0] with { ItemId = "x" }] } } }).ShouldBe([PlanVerifier.ScoreItem, ViolationRules.ScoreItems]);
        Rules(decision with { Plan = plan with { Certificate = plan.Certificate with { Objective = plan.Certificate.Objective + 0.0000000001m } } }).ShouldBe([PlanVerifier.CertificateUnit]);
    }

    [Fact]
    public void A_refused_plan_names_every_violation()
    {
        PlanRefusedException exception = new("ord", [new Violation("capacity", "p", "Too much."), new Violation("budget", "ord", "Too dear.")]);
        exception.Message.ShouldBe("The plan of order 'ord' failed its check: [capacity] Too much. [budget] Too dear.");
        exception.Violations.Count.ShouldBe(2);
    }

    private static DecisionDocument Reread(DecisionDocument decision)
    {
        ReadResult<DecisionDocument> read = DocumentReader.ReadDecision(JsonSerializer.SerializeToUtf8Bytes(decision, FulcrumJson.Options));
        read.Faults.ShouldBeEmpty();
        return read.Value!;
    }

    private static IReadOnlyList<Violation> Violations(OrderDocument order, DecisionDocument decision) =>
        PlanVerifier.Check(Samples.Market.ToProblem(order, decision.DecidedAt), decision, decision.Plan!);

    private static OrderDocument Single(int quantity) => new() { Items = [new OrderItemDocument { Id = "a", Quantity = quantity, Resources = [KeyValuePair.Create("vcpu", 1L)] }] };

    private static MarketSnapshot OnePool(decimal pricePerHour)
    {
        LocationDocument place = new() { Id = "fr-par", Country = "FR", Latitude = 1, Longitude = 1 };
        ResourcePoolDocument pool = new()
        {
            Id = "pool",
            ProviderId = "p",
            LocationId = "fr-par",
            Inventories = [KeyValuePair.Create("vcpu", new InventoryDocument { Total = 8 })],
            PriceBook = [KeyValuePair.Create("vcpu", pricePerHour)],
        };
        return MarketTranslation.ToSnapshot(MarketPlaces.Of([place], []), [new PoolState(pool, new ProviderDocument { Id = "p" }, [], 9, 1)]);
    }
}
