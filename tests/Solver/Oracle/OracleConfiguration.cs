namespace Fulcrum.Solver.Tests.Oracle;

/// <summary>A way to solve the problems of the oracle, or some of them.</summary>
/// <param name="Name">Shown with the test.</param>
/// <param name="Every">One in so many problems is solved this way.</param>
/// <param name="Rest">Those whose seed leaves this when divided, so that a problem is solved the same ways when it is replayed alone.</param>
/// <param name="StagesOf">Which stages are on, by the seed of the problem; null is the plain model.</param>
internal sealed record OracleConfiguration(string Name, int Every, int Rest, Func<long, PipelineStages>? StagesOf)
{
    /// <summary>Shares are one in so many; no family has as many members, so that each share has every kind of relative.</summary>
    private const int Share = 11;

    private const int LargeShare = 5;

    private static readonly PipelineStages[] Stages = [.. Enum.GetValues<PipelineStages>().Where(static stage => int.PopCount((int)stage) == 1)];

    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(60);

    /// <summary>Every stage on, for all problems; off one by one, all but one by one, at random, and all, for a share of them.</summary>
    public static IReadOnlyList<OracleConfiguration> All { get; } =
    [
        new("all stages", Every: 1, Rest: 0, static _ => PipelineStages.All),
        new("plain", LargeShare, Rest: 0, null),
        new("random stages", LargeShare, Rest: 1, static seed => (PipelineStages)new Prng((ulong)seed).Between(0, (int)PipelineStages.All)),
        new("no stage", Share, Rest: 0, static _ => PipelineStages.None),
        .. Stages.Select(static (stage, number) => new OracleConfiguration($"without {stage}", Share, number + 1, _ => PipelineStages.All & ~stage)),
    ];

    /// <summary>The problems to solve this way.</summary>
    public IEnumerable<JudgedProblem> Problems => OracleRun.Problems.Where(judged => judged.Seed % Every == Rest);

    /// <summary>How to solve a problem.</summary>
    public SolveOptions OptionsFor(long seed) => StagesOf is { } stagesOf
        ? new() { Stages = stagesOf(seed), TimeLimit = TimeLimit }
        : new() { Strategy = SolveStrategy.Plain, TimeLimit = TimeLimit };

    public override string ToString() => Name;
}
