using System.Collections.Concurrent;

namespace Fulcrum.Cli.Tests;

/// <summary>Plans of the sample orders, each made once.</summary>
public sealed class SolvedSamples
{
    private readonly ConcurrentDictionary<string, Task<string>> _plans = new(StringComparer.Ordinal);

    public Task<string> Plan(string order) => _plans.GetOrAdd(order, Solve);

    private static async Task<string> Solve(string order)
    {
        CommandRun run = await CommandRun.Of(
            "solve", "--federation", SampleFiles.Federation, "--order", SampleFiles.Order(order), "--json", "--at", SampleFiles.Instant, "--time-limit", "120000");
        run.ExitCode.ShouldBe(ExitCodes.Success, run.Error);
        return run.Output;
    }
}
