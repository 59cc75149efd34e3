using System.Text.Json.Nodes;

namespace Fulcrum.Cli.Tests;

/// <summary><c>fulcrum solve</c> with questions beyond the plan: explanation, alternatives, why a provider was not chosen.</summary>
public sealed class ExplainTests
{
    private const string Feasible = "03-latency-web-database";
    private const string Infeasible = "08-infeasible";

    private static Task<CommandRun> Solve(string order, params string[] more) => CommandRun.Of(
        ["solve", "--federation", SampleFiles.Federation, "--order", SampleFiles.Order(order), "--at", SampleFiles.Instant, "--time-limit", "120000", .. more]);

    [Fact]
    public async Task An_infeasible_order_is_explained_in_words_with_ways_out()
    {
        CommandRun run = await Solve(Infeasible, "--explain");
        run.ExitCode.ShouldBe(ExitCodes.Infeasible);
        foreach (string text in (string[])["Alone", "Left without", "cannot", "Rules in conflict: ", "Change"]) run.Output.ShouldContain(text);
    }

    [Fact]
    public async Task An_infeasible_order_is_explained_for_programs()
    {
        CommandRun run = await Solve(Infeasible, "--explain", "--json");
        JsonNode decision = JsonNode.Parse(run.Output)!;
        string[] conflict = [.. decision["conflictSet"]!.AsArray().Select(static name => name!.GetValue<string>())];
        conflict.ShouldNotBeEmpty();
        JsonArray relaxations = decision["relaxations"]!.AsArray();
        relaxations.ShouldContain(static relaxation => relaxation!["priceMonthly"] != null && relaxation["sufficient"]!.GetValue<bool>());
        relaxations.Select(static relaxation => relaxation!["rule"]!.GetValue<string>()).ShouldBeSubsetOf(conflict);
        decision["funnel"]![0]!["steps"]![0]!["removedAlone"].ShouldNotBeNull();
    }

    [Fact]
    public async Task A_plan_is_explained_per_item()
    {
        CommandRun run = await Solve(Feasible, "--explain");
        run.ExitCode.ShouldBe(ExitCodes.Success, run.Error);
        foreach (string text in (string[])["Left without", "Sovereignty", "web", "db"]) run.Output.ShouldContain(text);
    }

    [Fact]
    public async Task Alternatives_are_different_and_pass_the_check()
    {
        CommandRun run = await Solve(Feasible, "--alternatives", "3", "--json");
        JsonArray alternatives = JsonNode.Parse(run.Output)!["alternatives"]!.AsArray();
        alternatives.Count.ShouldBe(3);
        CommandRun check = await Check(run.Output);
        check.ExitCode.ShouldBe(ExitCodes.Success, check.Output);
        check.Output.ShouldContain("3 alternatives valid too");
    }

    [Fact]
    public async Task The_frontier_is_a_table_for_people()
    {
        CommandRun run = await Solve(Feasible, "--frontier");
        run.ExitCode.ShouldBe(ExitCodes.Success, run.Error);
        foreach (string text in (string[])["plans, each better in some term than each other", "Locality", "Least", "locality, sovereignty", "backup: 1 × "]) run.Output.ShouldContain(text);
        (await Solve("01-cheapest-vm", "--frontier")).Output.ShouldContain("one plan is the best in every term");
        (await Solve(Infeasible, "--frontier")).ExitCode.ShouldBe(ExitCodes.Infeasible);
    }

    [Fact]
    public async Task The_frontier_passes_the_check_and_a_wrong_one_does_not()
    {
        CommandRun run = await Solve(Feasible, "--frontier", "--alternatives", "1", "--json");
        JsonNode decision = JsonNode.Parse(run.Output)!;
        JsonArray plans = decision["frontier"]!["plans"]!.AsArray();
        plans.Count.ShouldBeGreaterThan(2);
        CommandRun check = await Check(run.Output);
        check.ExitCode.ShouldBe(ExitCodes.Success, check.Output);
        check.Output.ShouldContain($"1 alternative valid too; {plans.Count} plans of the frontier valid too");
        plans.Add(plans[0]!.DeepClone());
        check = await Check(decision.ToJsonString());
        check.ExitCode.ShouldBe(ExitCodes.Failure);
        check.Output.ShouldContain("frontier.dominated");
        check.Output.ShouldContain($"Plan {plans.Count} of the frontier: ");
    }

    [Fact]
    public async Task A_wrong_alternative_is_found()
    {
        CommandRun run = await Solve(Feasible, "--alternatives", "1", "--json");
        JsonNode decision = JsonNode.Parse(run.Output)!;
        decision["alternatives"]![0] = decision["plan"]!.DeepClone();
        decision["alternatives"]!.AsArray().Add(decision["plan"]!.DeepClone());
        decision["alternatives"]![1]!["priceMonthly"] = 1;
        CommandRun check = await Check(decision.ToJsonString());
        check.ExitCode.ShouldBe(ExitCodes.Failure);
        check.Output.ShouldContain("alternative.same");
        check.Output.ShouldContain("Alternative 2: ");
    }

    [Fact]
    public async Task The_question_why_a_provider_was_not_chosen_is_answered()
    {
        JsonNode federation = JsonNode.Parse(await File.ReadAllTextAsync(SampleFiles.Federation, TestContext.Current.CancellationToken))!;
        foreach (JsonNode? provider in federation["providers"]!.AsArray())
        {
            string id = provider!["id"]!.GetValue<string>();
            CommandRun run = await Solve(Feasible, "--why-not", $"web={id}", "--json");
            run.ExitCode.ShouldBe(ExitCodes.Success, run.Error);
            JsonNode whyNot = JsonNode.Parse(run.Output)!["whyNot"]!;
            whyNot["providerId"]!.GetValue<string>().ShouldBe(id);
            if (whyNot["plan"] is null) whyNot["status"]!.GetValue<string>().ShouldBe("infeasible");
            else whyNot["difference"]!["price"].ShouldNotBeNull();
            (await Check(run.Output)).ExitCode.ShouldBe(ExitCodes.Success);
        }
    }

    [Theory]
    [InlineData("web")]
    [InlineData("web=")]
    [InlineData("wbe=alpina")]
    [InlineData("web=nobody")]
    public async Task A_question_about_nothing_is_bad_input(string question)
    {
        CommandRun run = await Solve(Feasible, "--why-not", question);
        run.ExitCode.ShouldBe(ExitCodes.BadInput);
        run.Error.ShouldContain("--why-not");
    }

    private static Task<CommandRun> Check(string decision) =>
        CommandRun.Of("check", "--federation", SampleFiles.Federation, "--order", SampleFiles.Order(Feasible), "--plan", SampleFiles.Write(decision));
}
