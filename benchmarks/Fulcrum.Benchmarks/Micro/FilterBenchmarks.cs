using BenchmarkDotNet.Attributes;
using Fulcrum.Benchmarks.Solving;
using Fulcrum.Contracts.Documents;
using Fulcrum.Planning;
using Fulcrum.Solver;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Shapes;
using Fulcrum.Workloads;

namespace Fulcrum.Benchmarks.Micro;

/// <summary>What it costs to send every pool through the rules of an order of three items.</summary>
[MicroJob]
[BenchmarkCategory("filter")]
[MemoryDiagnoser]
public class FilterBenchmarks
{
    private const long Seed = 1;
    private const int Items = 3;

    private readonly PlacementSolver _solver = new(TimeProvider.System);
    private MarketSnapshot _market = null!;
    private OrderDocument _order = null!;
    private PlacementProblem _open = null!;
    private PlacementProblem _closed = null!;

    /// <summary>Pools of the federation.</summary>
    [Params(1000, 10_000)]
    public int Pools { get; set; }

    /// <summary>Makes the federation and two orders: one that most pools may serve, and one that none may because nobody's seat is in Norway.</summary>
    [GlobalSetup]
    public void Setup()
    {
        FederationDocument federation = FederationGenerator.Generate(new FederationShape { Pools = Pools, Seed = Seed });
        _market = MarketTranslation.ToSnapshot(federation);
        _order = new OrderGenerator(federation.Locations, new OrderShape { Items = Items, Family = OrderFamily.Governed }).Generate(Seed);
        SovereigntyPolicyDocument gate = _order.Policy.Sovereignty! with { SeatIn = ["NO"] };
        _open = _market.ToProblem(_order, SyntheticProblems.DecidedAt);
        _closed = _market.ToProblem(_order with { Policy = _order.Policy with { Sovereignty = gate } }, SyntheticProblems.DecidedAt);
    }

    /// <summary>All pools are refused by the gate: the answer is the funnel.</summary>
    [Benchmark]
    public int RefuseAll() => _solver.Solve(_closed, new SolveOptions()).Funnel.Count;

    /// <summary>Pools that pass become priced candidates, and how many replicas fit is counted.</summary>
    [Benchmark]
    public int CountShapes() => ShapeCounter.Count(_open).Sum(static supplies => supplies.Count);

    /// <summary>An order becomes a problem on the snapshot of the market.</summary>
    [Benchmark]
    public PlacementProblem Translate() => _market.ToProblem(_order, SyntheticProblems.DecidedAt);
}
