using System.Collections.Immutable;
using System.Text.Json;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Json;
using Fulcrum.Contracts.Reading;
using Fulcrum.Solver;

namespace Fulcrum.Planning.Tests;

/// <summary>The trade-off between the terms is told with plans that each pass the check, and whatever is false about it is found.</summary>
public sealed class FrontierTests
{
    private const string Traded = "07-budget-binds.json";

    private static readonly Planner Planner = new(TimeProvider.System);
    private static readonly Lazy<DecisionDocument> Told = new(static () => Plan(Samples.Order(Traded)));

    public static TheoryData<string> OrderFiles => Samples.OrderFiles;

    [Theory]
    [MemberData(nameof(OrderFiles))]
    public void A_frontier_is_checked_again_after_it_was_written_and_read(string file)
    {
        DecisionDocument decision = Plan(Samples.Order(file));
        if (decision.Plan is null)
        {
            decision.Frontier.ShouldBeNull();
            return;
        }

        ReadResult<DecisionDocument> read = DocumentReader.ReadDecision(JsonSerializer.SerializeToUtf8Bytes(decision, FulcrumJson.Options));
        read.Faults.ShouldBeEmpty();
        JsonSerializer.Serialize(read.Value, FulcrumJson.Options).ShouldBe(JsonSerializer.Serialize(decision, FulcrumJson.Options));
        Rules(file, read.Value!).ShouldBeEmpty();
        read.Value!.Frontier!.Complete.ShouldBeTrue();
        ImmutableArray<FrontierPlanDocument> plans = read.Value.Frontier.Plans;
        plans.SelectMany(static plan => plan.Corners).Distinct().Count().ShouldBe(3);
        plans.Select(static plan => plan.Plan.PriceMonthly).ShouldBeInOrder();
        plans.ShouldAllBe(static plan => plan.Plan.Certificate.Status == PlacementStatus.Optimal);
    }

    [Fact]
    public void The_plan_itself_lies_on_the_frontier_or_is_no_better_than_it()
    {
        PlanDocument plan = Told.Value.Plan!;
        Told.Value.Frontier!.Plans.Min(static point => point.Plan.Score.Price + point.Plan.Score.Locality + point.Plan.Score.Sovereignty)
            .ShouldBeGreaterThanOrEqualTo(plan.Certificate.Objective);
        Told.Value.Frontier.Plans.Length.ShouldBeGreaterThan(3);
    }

    [Fact]
    public void What_is_false_about_a_frontier_is_found()
    {
        ImmutableArray<FrontierPlanDocument> plans = Told.Value.Frontier!.Plans;
        FrontierPlanDocument between = plans.First(static plan => plan.AtMost is not null);
        int at = plans.IndexOf(between);
        RulesWith(plans).ShouldBeEmpty();
        RulesWith(plans.SetItem(at, between with { AtMost = between.AtMost! with { Value = between.Plan.Score.Locality - 0.000001m } })).ShouldBe([FrontierVerifier.Limit]);
        RulesWith(plans.SetItem(at, between with { Goals = [ObjectiveTerm.Price] })).ShouldBe([FrontierVerifier.Goals]);
        RulesWith(plans.SetItem(at, between with { Corners = [ObjectiveTerm.Price] })).ShouldBe([FrontierVerifier.Corner]);
        RulesWith(plans.Add(between)).ShouldBe([FrontierVerifier.Dominated]);
        RulesWith(plans.SetItem(at, between with { Plan = between.Plan with { PriceMonthly = 1 } })).ShouldNotBeEmpty();
        RulesWith(plans.SetItem(at, between with { Goals = [ObjectiveTerm.Locality, ObjectiveTerm.Price, ObjectiveTerm.Sovereignty] })).ShouldNotBeEmpty();
    }

    [Fact]
    public void Without_time_the_frontier_is_not_called_complete()
    {
        OrderDocument order = Samples.Order(Traded);
        PlanQuestions questions = new() { Frontier = true, Until = DateTimeOffset.UnixEpoch };
        FrontierDocument frontier = Planner.Plan(Samples.Market, order, Samples.DecidedAt, Options, questions, TestContext.Current.CancellationToken).Frontier!;
        frontier.Complete.ShouldBeFalse();
        frontier.Plans.ShouldBeEmpty();
    }

    [Fact]
    public void A_strict_order_of_goals_has_the_same_frontier()
    {
        OrderDocument order = Samples.Order(Traded);
        OrderDocument strict = order with { Objective = new ObjectiveDocument { Mode = ObjectiveMode.Lexicographic, Order = [ObjectiveTerm.Locality] } };
        (decimal, decimal, decimal)[] Scores(DecisionDocument decision) => [.. decision.Frontier!.Plans.Select(static plan => (plan.Plan.Score.Price, plan.Plan.Score.Locality, plan.Plan.Score.Sovereignty))];
        Scores(Plan(strict)).ShouldBe(Scores(Told.Value));
    }

    private static SolveOptions Options => new() { TimeLimit = TimeSpan.FromMinutes(2), Workers = 2 };

    private static DecisionDocument Plan(OrderDocument order) =>
        Planner.Plan(Samples.Market, order, Samples.DecidedAt, Options, new PlanQuestions { Frontier = true }, TestContext.Current.CancellationToken);

    private static string[] RulesWith(ImmutableArray<FrontierPlanDocument> plans) => Rules(Traded, Told.Value with { Frontier = Told.Value.Frontier! with { Plans = plans } });

    private static string[] Rules(string file, DecisionDocument decision) =>
        [.. PlanVerifier.CheckOthers(Samples.Market.ToProblem(Samples.Order(file), decision.DecidedAt), decision).Select(static violation => violation.Rule).Distinct()];
}
