using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Fulcrum.Cli.Tests;

/// <summary>The built command as a process of its own.</summary>
public sealed class ProcessTests
{
    [Fact]
    public async Task It_plans_and_checks()
    {
        (int exitCode, string output, string error) = await Run(
            "solve", "--federation", SampleFiles.Federation, "--order", SampleFiles.Order("01-cheapest-vm"), "--json", "--at", SampleFiles.Instant);
        exitCode.ShouldBe(ExitCodes.Success, error);
        JsonNode.Parse(output)!["status"]!.GetValue<string>().ShouldBe("optimal");
        (exitCode, output, error) = await Run("check", "--federation", SampleFiles.Federation, "--order", SampleFiles.Order("01-cheapest-vm"), "--plan", SampleFiles.Write(output));
        exitCode.ShouldBe(ExitCodes.Success, error);
        output.ShouldStartWith("valid: 1 assignment, ");
    }

    [Fact]
    public async Task It_writes_tables_without_colour_codes_when_redirected()
    {
        (int exitCode, string output, string error) = await Run("solve", "--federation", SampleFiles.Federation, "--order", SampleFiles.Order("08-infeasible"));
        exitCode.ShouldBe(ExitCodes.Infeasible, error);
        output.ShouldContain("infeasible");
        output.ShouldNotContain('\u001b');
    }

    [Fact]
    public async Task It_refuses_bad_input_on_the_error_stream()
    {
        (int exitCode, string output, string error) = await Run("check", "--federation", "nowhere.json", "--order", "o.json", "--plan", "p.json");
        exitCode.ShouldBe(ExitCodes.BadInput);
        output.ShouldBeEmpty();
        error.ShouldBe($"error: nowhere.json: There is no such file.{Environment.NewLine}");
    }

    [Fact]
    public async Task It_explains_itself()
    {
        (int exitCode, string output, _) = await Run("solve", "--help");
        exitCode.ShouldBe(ExitCodes.Success);
        foreach (string option in (string[])["--federation", "--order", "--orders", "--json", "--explain", "--time-limit", "--workers", "--strategy", "--at", "--seed"]) output.ShouldContain(option);
    }

    private static async Task<(int ExitCode, string Output, string Error)> Run(params string[] args)
    {
        ProcessStartInfo start = new("dotnet", [typeof(FulcrumCommand).Assembly.Location, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }
}
