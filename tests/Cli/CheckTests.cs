using System.Text.Json.Nodes;

namespace Fulcrum.Cli.Tests;

/// <summary><c>fulcrum check</c> accepts what was planned and catches whatever is changed in it.</summary>
public sealed class CheckTests : IClassFixture<SolvedSamples>
{
    private const string Web = "03-latency-web-database";
    private const string Lexicographic = "04-secnumcloud";
    private const string Keys = "05-customer-held-keys";

    private static readonly Dictionary<string, (string Order, string Rule, Action<JsonObject> Corrupt)> Corruptions = new(StringComparer.Ordinal)
    {
        ["unknown item"] = (Web, "plan.item", static plan => First(plan)["itemId"] = "wep"),
        ["unknown pool"] = (Web, "plan.pool", static plan => First(plan)["resourcePoolId"] = "nowhere"),
        ["unknown offer"] = (Web, "plan.offer", static plan => First(plan)["offerId"] = "m0"),
        ["no replicas"] = (Web, "plan.quantity", static plan => First(plan)["quantity"] = 0),
        ["negative replicas"] = (Web, "plan.quantity", static plan => First(plan)["quantity"] = -1),
        ["a replica too many"] = (Web, "plan.complete", static plan => First(plan)["quantity"] = First(plan)["quantity"]!.GetValue<int>() + 1),
        ["an item missing"] = (Web, "plan.complete", static plan => Assignments(plan).RemoveAt(Assignments(plan).Count - 1)),
        ["a line twice"] = (Web, "plan.duplicate", static plan => Assignments(plan).Add(First(plan).DeepClone())),
        ["free-form without a price book"] = (Web, "candidate.coverage", static plan => First(plan).Remove("offerId")),
        ["a pool outside the gate"] = (Web, "sovereignty.seatIn", static plan => Move(plan, "exoscale-zrh")),
        ["a draining pool"] = (Web, "eligibility.status", static plan => Move(plan, "example-north-hel")),
        ["a pool far from the users"] = (Web, "latency.user", static plan => Move(plan, "upcloud-hel1")),
        ["a cheaper assignment"] = (Web, "price.assignment", static plan => First(plan)["priceMonthly"] = First(plan)["priceMonthly"]!.GetValue<decimal>() - 0.000001m),
        ["a cheaper plan"] = (Web, "price.plan", static plan => plan["plan"]!["priceMonthly"] = 1),
        ["a cheaper score"] = (Web, "score.price", static plan => Score(plan)["price"] = 1),
        ["less locality"] = (Web, "score.locality", static plan => Score(plan)["locality"] = 0),
        ["an item's score missing"] = (Web, "score.items", static plan => Score(plan)["items"]!.AsArray().RemoveAt(0)),
        ["another objective"] = (Web, "certificate.objective", static plan => Certificate(plan)["objective"] = Certificate(plan)["objective"]!.GetValue<decimal>() - 1),
        ["a bound above"] = (Web, "certificate.bound", static plan => Certificate(plan)["bound"] = Certificate(plan)["bound"]!.GetValue<decimal>() + 1),
        ["optimal with a bound below"] = (Web, "certificate.optimal", static plan => Certificate(plan)["bound"] = 0),
        ["a gap that is none"] = (Web, "certificate.gap", static plan => Certificate(plan)["gap"] = 0.5),
        ["two statuses"] = (Web, "decision.status", static plan => plan["status"] = "feasible"),
        ["after certificates have ended"] = (Keys, "sovereignty.certificates", static plan => plan["decidedAt"] = "2040-01-01T00:00:00Z"),
        ["stages missing"] = (Lexicographic, "certificate.stages", static plan => Certificate(plan)["stages"] = new JsonArray()),
        ["an objective in fractions"] = (Lexicographic, "certificate.unit", static plan => Certificate(plan)["objective"] = 0.0000001m),
    };

    private readonly SolvedSamples _samples;

    public CheckTests(SolvedSamples samples) => _samples = samples;

    public static TheoryData<string> CorruptionNames => [.. Corruptions.Keys];

    [Theory]
    [InlineData("01-cheapest-vm")]
    [InlineData("02-spread-over-providers")]
    [InlineData(Web)]
    [InlineData(Lexicographic)]
    [InlineData(Keys)]
    [InlineData("06-egress-decides")]
    [InlineData("07-budget-binds")]
    public async Task What_was_planned_is_valid(string order)
    {
        CommandRun run = await Check(order, await _samples.Plan(order));
        run.ExitCode.ShouldBe(ExitCodes.Success, run.Output + run.Error);
        run.Output.ShouldStartWith("valid: ");
    }

    [Theory]
    [MemberData(nameof(CorruptionNames))]
    public async Task A_corrupted_plan_is_caught(string name)
    {
        (string order, string rule, Action<JsonObject> corrupt) = Corruptions[name];
        JsonObject plan = JsonNode.Parse(await _samples.Plan(order))!.AsObject();
        corrupt(plan);
        CommandRun run = await Check(order, plan.ToJsonString());
        run.ExitCode.ShouldBe(ExitCodes.Failure, run.Output + run.Error);
        run.Output.ShouldStartWith("not valid: ");
        run.Output.ShouldContain($"[{rule}]");
    }

    [Fact]
    public async Task Violations_are_written_as_JSON_when_asked_for()
    {
        JsonObject plan = JsonNode.Parse(await _samples.Plan(Web))!.AsObject();
        plan["status"] = "feasible";
        CommandRun run = await Check(Web, plan.ToJsonString(), "--json");
        run.ExitCode.ShouldBe(ExitCodes.Failure);
        JsonNode.Parse(run.Output)!["valid"]!.GetValue<bool>().ShouldBeFalse();
        JsonNode.Parse(run.Output)!["violations"]![0]!["rule"]!.GetValue<string>().ShouldBe("decision.status");
    }

    [Fact]
    public async Task The_plan_of_another_order_is_caught()
    {
        CommandRun run = await Check("06-egress-decides", await _samples.Plan("01-cheapest-vm"));
        run.ExitCode.ShouldBe(ExitCodes.Failure, run.Error);
        run.Output.ShouldContain("[plan.item]");
    }

    private static Task<CommandRun> Check(string order, string plan, params string[] more) => CommandRun.Of(
        ["check", "--federation", SampleFiles.Federation, "--order", SampleFiles.Order(order), "--plan", SampleFiles.Write(plan), .. more]);

    private static JsonArray Assignments(JsonObject decision) => decision["plan"]!["assignments"]!.AsArray();

    private static JsonObject First(JsonObject decision) => Assignments(decision)[0]!.AsObject();

    private static JsonNode Score(JsonObject decision) => decision["plan"]!["score"]!;

    private static JsonNode Certificate(JsonObject decision) => decision["plan"]!["certificate"]!;

    private static void Move(JsonObject decision, string pool)
    {
        JsonNode federation = JsonNode.Parse(File.ReadAllText(SampleFiles.Federation))!;
        JsonNode definition = federation["resourcePools"]!.AsArray().Single(entry => entry!["id"]!.GetValue<string>() == pool)!;
        First(decision)["resourcePoolId"] = pool;
        First(decision)["offerId"] = definition["offers"]![0]!["id"]!.GetValue<string>();
    }
}
