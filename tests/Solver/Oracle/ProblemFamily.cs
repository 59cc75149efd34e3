using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Oracle;

/// <summary>Problems come in families: one that is generated, and others that differ from it in what is minimised or lack some of its rules. Each follows from its seed alone.</summary>
internal static class ProblemFamily
{
    /// <summary>Problems of a family; those whose seeds this divides are generated, the next ones are their relatives.</summary>
    public const int Size = 4;

    /// <summary>Most plans of a relative, so that enumerating it takes no longer than enumerating what it comes from.</summary>
    private const double PlansMax = 400;

    private const int AblationsTried = 8;

    /// <summary>The problems of the families from a seed on, family by family: <paramref name="count"/> of them, each with its seed.</summary>
    public static IEnumerable<(long Seed, Func<PlacementProblem> Generate)[]> From(long seed, int count)
    {
        long end = seed + count;
        while (seed < end)
        {
            long first = seed - (seed % Size);
            long next = Math.Min(end, first + Size);
            Lazy<PlacementProblem> eldest = new(() => ProblemGenerator.Generate(first));
            yield return [.. Range(seed, next).Select(each => (each, (Func<PlacementProblem>)(() => Member(each, eldest))))];
            seed = next;
        }
    }

    private static IEnumerable<long> Range(long from, long to)
    {
        for (long seed = from; seed < to; seed++) yield return seed;
    }

    private static PlacementProblem Member(long seed, Lazy<PlacementProblem> eldest)
    {
        int place = (int)(seed % Size);
        if (place == 0) return eldest.Value;
        PlacementProblem problem = eldest.Value with { Order = eldest.Value.Order with { Id = $"order-{seed}" } };
        PlacementProblem? without = place == 1 ? null : WithoutRule(new Prng((ulong)seed), problem);
        return place == 2 && without is not null ? without : WithObjective(without ?? problem, OtherObjectives(eldest.Value.Order.Objective, seed - place)[place - 1]);
    }

    private static PlacementProblem WithObjective(PlacementProblem problem, Objective objective) => problem with { Order = problem.Order with { Objective = objective } };

    /// <summary>An objective for each relative, all different.</summary>
    private static List<Objective> OtherObjectives(Objective own, long seed)
    {
        Prng random = new((ulong)seed);
        List<Objective> others = [];
        while (others.Count < Size - 1)
        {
            Objective other = ObjectiveGenerator.Generate(random);
            if (!others.Append(own).Any(known => IsEqual(known, other))) others.Add(other);
        }

        return others;
    }

    private static bool IsEqual(Objective one, Objective other) => one with { Order = [] } == other with { Order = [] } && one.Order.SequenceEqual(other.Order);

    private static PlacementProblem? WithoutRule(Prng random, PlacementProblem problem) => random.Shuffled(Ablations.All)
        .Select(ablation => ablation.Apply(problem))
        .Where(changed => changed != problem && IsEqual(changed.Order.Objective, problem.Order.Objective) && Text(changed) != Text(problem))
        .Take(AblationsTried)
        .FirstOrDefault(static changed => BruteForce.CountPlans(changed, new NaiveJudge(changed)) <= PlansMax);

    private static string Text(PlacementProblem problem) => ProblemDump.Of(problem, seed: 0);
}
