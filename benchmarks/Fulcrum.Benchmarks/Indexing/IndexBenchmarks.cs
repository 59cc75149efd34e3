using BenchmarkDotNet.Attributes;
using Fulcrum.Benchmarks.Solving;
using Fulcrum.Contracts.Documents;
using Fulcrum.Grains.Capacity;
using Fulcrum.Solver.Model;
using Fulcrum.Workloads;

namespace Fulcrum.Benchmarks.Indexing;

/// <summary>What it costs a silo to build its capacity index from the shards' answers, and to take claims into it.</summary>
[MicroJob]
[BenchmarkCategory("index")]
[MemoryDiagnoser]
public class IndexBenchmarks
{
    private const long Seed = 1;

    private IndexedFederation _federation = null!;
    private CapacityIndex _index = null!;
    private OrderDocument _order = null!;
    private int _next;

    /// <summary>Pools of the federation.</summary>
    [Params(1000, 10_000)]
    public int Pools { get; set; }

    /// <summary>Makes the federation and an index of it.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _federation = new IndexedFederation(Pools, Seed);
        _index = _federation.Build();
        _order = new OrderGenerator(EuropeanPlaces.All, new OrderShape { Items = 1, Family = OrderFamily.Plain }).Generate(Seed);
        Problem();
    }

    /// <summary>An index from nothing, with the columns that orders are screened on.</summary>
    [Benchmark]
    public PlacementProblem Build() => _federation.Build().Snapshot().Market.ToProblem(_order, SyntheticProblems.DecidedAt);

    /// <summary>One claim is taken.</summary>
    [Benchmark]
    public void Take() => _federation.Claim(_index, _next++, 1);

    /// <summary>One claim is taken, and the next order's problem shows it.</summary>
    [Benchmark]
    public PlacementProblem TakeAndShow()
    {
        _federation.Claim(_index, _next++, 1);
        return Problem();
    }

    /// <summary>A hundred claims are taken, and the next order's problem shows them.</summary>
    [Benchmark]
    public PlacementProblem TakeHundredAndShow()
    {
        _federation.Claim(_index, _next += 100, 100);
        return Problem();
    }

    private PlacementProblem Problem() => _index.Snapshot().Market.ToProblem(_order, SyntheticProblems.DecidedAt);
}
