using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Oracle;

/// <summary>Small problems whose rules bind: a plan is planted, then rules are added that it meets at the exact edge and the best plan so far breaks.</summary>
internal static class ProblemGenerator
{
    /// <summary>Most plans that a problem may have when everything had room.</summary>
    public const double PlansMax = 20_000;

    private const double PlansUsual = 400;
    private const int ProposalsMax = 8;
    private const int AttemptsMax = 12;

    private static readonly Func<Edge, PlacementProblem?>[] Proposals =
        [.. ItemProposals.All, .. StructureProposals.All, .. GateProposals.All, .. OrderProposals.All];

    /// <summary>The problem of a seed.</summary>
    public static PlacementProblem Generate(long seed)
    {
        Prng random = new((ulong)seed);
        Func<Edge, PlacementProblem?> decisive = random.Pick(Proposals);
        for (int attempt = 0; ; attempt++)
        {
            if (Attempt(random, $"order-{seed}", attempt < AttemptsMax ? decisive : random.Pick(Proposals)) is { } problem) return problem;
        }
    }

    private static PlacementProblem? Attempt(Prng random, string id, Func<Edge, PlacementProblem?> decisive)
    {
        double most = random.Percent(1) ? PlansMax : PlansUsual;
        SkeletonGenerator skeletons = new(random);
        PlacementProblem problem = skeletons.Generate(id);
        NaiveJudge judge = new(problem);
        if (BruteForce.CountPlans(problem, judge) > most || Plant(random, judge) is not { } counts) return null;
        if (judge.WorthOf(counts) is not { } worth) return null;

        Edge edge = new(random, problem, new(problem, judge, counts), worth.Price, Slip: 0);
        edge = edge with { Problem = skeletons.WithPreferences(edge) };
        if (decisive(edge) is null) return null;
        OracleAnswer answer = BruteForce.Solve(edge.Problem);
        for (int rules = random.Pick(0, 0, 1, 2, 3); rules > 0; rules--) (edge, answer) = Bind(edge, counts, answer, () => random.Pick(Proposals));
        (Edge decided, OracleAnswer last) = Bind(edge, counts, answer, () => decisive);
        if (last.Equals(answer)) return null;
        return random.Percent(20) ? Miss(decided, most) : decided.Problem;
    }

    /// <summary>Adds a rule that the planted plan meets and the best plan so far breaks, if one is found.</summary>
    private static (Edge Edge, OracleAnswer Answer) Bind(Edge edge, int[][] counts, OracleAnswer answer, Func<Func<Edge, PlacementProblem?>> propose)
    {
        for (int proposal = 0; proposal < ProposalsMax; proposal++)
        {
            if (propose()(edge) is not { } candidate) continue;
            NaiveJudge judge = new(candidate);
            if (!IsFeasible(judge, counts) || (answer.Best is { } best && IsFeasible(judge, CountsOf(judge, best)))) continue;
            OracleAnswer changed = BruteForce.Solve(candidate, judge);
            if (!changed.Equals(answer)) return (edge with { Problem = candidate }, changed);
        }

        return (edge, answer);
    }

    /// <summary>One more rule, which the planted plan misses by the least possible.</summary>
    private static PlacementProblem? Miss(Edge edge, double most)
    {
        PlacementProblem? problem = edge.Random.Pick(Proposals)(edge with { Slip = 1 });
        return problem is not null && BruteForce.CountPlans(problem, new NaiveJudge(problem)) <= most ? problem : null;
    }

    private static bool IsFeasible(NaiveJudge judge, int[][] counts) => judge.WorthOf(counts) is { } worth && judge.IsFeasible(counts, worth);

    private static int[][] CountsOf(NaiveJudge judge, Results.Plan plan) =>
        [.. judge.Ways.Select((ways, item) => ways.Select(way => plan.Lines
            .Where(line => line.Item == item && line.Pool == way.Pool && line.Offer == way.Offer)
            .Sum(line => line.Quantity)).ToArray())];

    /// <summary>Random counts over the ways allowed; often in few pools, so that affinity and shared egress occur.</summary>
    private static int[][]? Plant(Prng random, NaiveJudge judge)
    {
        int[][] counts = [.. judge.Ways.Select(ways => new int[ways.Length])];
        int? home = random.Percent(40) ? random.Between(0, 5) : null;
        for (int item = 0; item < counts.Length; item++)
        {
            int[] allowed = [.. Enumerable.Range(0, counts[item].Length).Where(way => judge.Ways[item][way].Allowed)];
            int[] atHome = [.. allowed.Where(way => judge.Ways[item][way].Pool == home)];
            int[] choice = random.Shuffled(atHome.Length > 0 ? atHome : allowed);
            if (choice.Length == 0) return null;
            choice = choice[..Math.Min(choice.Length, random.Pick(1, 2, 3, 4))];
            foreach (int _ in Enumerable.Range(0, judge.QuantityOf(item))) counts[item][random.Pick<int>(choice)]++;
        }

        return counts;
    }
}
