using System.Text.Json.Nodes;

namespace Fulcrum.Cli.Tests;

/// <summary><c>fulcrum solve</c>: what it writes and how it exits.</summary>
public sealed class SolveTests
{
    private static readonly string[] TimeLimit = ["--time-limit", "120000"];

    [Fact]
    public async Task A_folder_is_planned_line_by_line()
    {
        CommandRun run = await CommandRun.Of(["solve", "--federation", SampleFiles.Federation, "--orders", SampleFiles.Orders, "--at", SampleFiles.Instant, .. TimeLimit]);
        run.ExitCode.ShouldBe(ExitCodes.Infeasible);
        run.Error.ShouldBeEmpty();
        JsonNode[] lines = [.. run.Output.TrimEnd().Split('\n').Select(static line => JsonNode.Parse(line)!)];
        lines.Select(static line => line["file"]!.GetValue<string>()).ShouldBe(Directory.GetFiles(SampleFiles.Orders).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        lines.Where(static line => line["file"]!.GetValue<string>() != "08-infeasible.json").ShouldAllBe(line => line["status"]!.GetValue<string>() == "optimal");
        lines[^1]["status"]!.GetValue<string>().ShouldBe("infeasible");
        lines.ShouldAllBe(line => line["decidedAt"]!.GetValue<string>() == SampleFiles.Instant);
    }

    [Fact]
    public async Task A_line_of_a_folder_can_be_checked_as_it_is()
    {
        string folder = Path.GetDirectoryName(SampleFiles.Write(await File.ReadAllTextAsync(SampleFiles.Order("01-cheapest-vm"), TestContext.Current.CancellationToken)))!;
        CommandRun solved = await CommandRun.Of("solve", "--federation", SampleFiles.Federation, "--orders", folder);
        CommandRun run = await CommandRun.Of("check", "--federation", SampleFiles.Federation, "--order", SampleFiles.Order("01-cheapest-vm"), "--plan", SampleFiles.Write(solved.Output));
        run.ExitCode.ShouldBe(ExitCodes.Success, run.Error);
    }

    [Fact]
    public async Task People_get_tables_without_colour_codes()
    {
        CommandRun run = await CommandRun.Of(["solve", "--federation", SampleFiles.Federation, "--order", SampleFiles.Order("03-latency-web-database"), "--at", SampleFiles.Instant, .. TimeLimit]);
        run.ExitCode.ShouldBe(ExitCodes.Success, run.Error);
        run.Output.ShouldNotContain('\u001b');
        run.Output.ShouldContain("ord-03-latency-web-database: optimal; no better plan exists");
        foreach (string text in (string[])["Item", "Provider", "Location", "EUR per month", "db", "Objective", "gap 0%", "Seed"]) run.Output.ShouldContain(text);
        run.Output.ShouldNotContain("eligibility.traits");
    }

    [Fact]
    public async Task The_funnel_is_shown_when_asked_for()
    {
        CommandRun run = await CommandRun.Of("solve", "--federation", SampleFiles.Federation, "--order", SampleFiles.Order("01-cheapest-vm"), "--explain");
        run.ExitCode.ShouldBe(ExitCodes.Success, run.Error);
        run.Output.ShouldContain("eligibility.traits");
        run.Output.ShouldContain("Removed");
    }

    [Fact]
    public async Task An_infeasible_order_shows_its_funnel_unasked()
    {
        CommandRun run = await CommandRun.Of("solve", "--federation", SampleFiles.Federation, "--order", SampleFiles.Order("08-infeasible"), "--at", SampleFiles.Instant);
        run.ExitCode.ShouldBe(ExitCodes.Infeasible, run.Error);
        run.Output.ShouldContain("infeasible");
        run.Output.ShouldContain("no valid certificate SecNumCloud");
    }

    [Fact]
    public async Task Time_that_runs_out_with_no_plan_is_unknown()
    {
        CommandRun run = await CommandRun.Of(
            "solve", "--federation", SampleFiles.Federation, "--order", SampleFiles.Order("04-secnumcloud"), "--at", SampleFiles.Instant, "--strategy", "plain", "--time-limit", "1", "--json");
        run.ExitCode.ShouldBe(ExitCodes.Unknown, run.Output);
        JsonNode.Parse(run.Output)!["status"]!.GetValue<string>().ShouldBe("unknown");
    }

    [Fact]
    public async Task The_seed_and_the_strategy_are_obeyed()
    {
        CommandRun run = await CommandRun.Of(
            ["solve", "--federation", SampleFiles.Federation, "--order", SampleFiles.Order("01-cheapest-vm"), "--json", "--seed", "42", "--strategy", "plain", "--workers", "1", .. TimeLimit]);
        JsonNode certificate = JsonNode.Parse(run.Output)!["plan"]!["certificate"]!;
        certificate["seed"]!.GetValue<long>().ShouldBe(42);
        certificate["proof"]!.GetValue<string>().ShouldBe("search");
    }

    [Fact]
    public async Task A_bad_order_in_a_folder_does_not_stop_the_others()
    {
        string file = SampleFiles.Write("""{ "items": [] }""");
        File.Copy(SampleFiles.Order("01-cheapest-vm"), Path.Combine(Path.GetDirectoryName(file)!, "a.json"));
        CommandRun run = await CommandRun.Of("solve", "--federation", SampleFiles.Federation, "--orders", Path.GetDirectoryName(file)!);
        run.ExitCode.ShouldBe(ExitCodes.BadInput);
        JsonNode[] lines = [.. run.Output.TrimEnd().Split('\n').Select(static line => JsonNode.Parse(line)!)];
        lines[0]["status"]!.GetValue<string>().ShouldBe("optimal");
        lines[1]["code"]!.GetValue<string>().ShouldBe("request.invalid");
        lines[1]["faults"]![0]!["path"]!.GetValue<string>().ShouldBe("$.items");
        run.Error.ShouldContain("document.json");
    }
}
