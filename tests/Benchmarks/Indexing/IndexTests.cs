using Fulcrum.Benchmarks.Indexing;
using Fulcrum.Benchmarks.Solving;
using Fulcrum.Grains.Capacity;
using Fulcrum.Solver.Model;
using Fulcrum.Workloads;

namespace Fulcrum.Benchmarks.Tests.Indexing;

public sealed class IndexTests
{
    private const int Pools = 30;

    [Fact]
    public void Claims_are_shown_in_the_next_snapshot_and_in_its_problem()
    {
        IndexedFederation federation = new(Pools, seed: 1);
        CapacityIndex index = federation.Build();
        index.IsReady.ShouldBeTrue();
        Claimed(index).ShouldBe(0);
        federation.Claim(index, Pools - 1, 2);
        federation.Claim(index, 0, 1);
        Claimed(index).ShouldBe(3);
    }

    [Fact]
    public void The_command_writes_a_row_for_each_number_of_pools()
    {
        using StringWriter output = new();
        new IndexCommand(output).Parse(["--pools", "20", "40"]).Invoke().ShouldBe(0);
        output.ToString().ShouldMatch(@"\| 20 \| \d+ \| \d+ \| \d+ \| \d+ \|\s+\| 40 \| ");
    }

    private static long Claimed(CapacityIndex index)
    {
        PlacementProblem problem = index.Snapshot().Market.ToProblem(new OrderGenerator(EuropeanPlaces.All, new OrderShape { Items = 1, Family = OrderFamily.Plain }).Generate(1), SyntheticProblems.DecidedAt);
        problem.Pools.Count.ShouldBe(Pools);
        return problem.Pools.Sum(static pool => pool.Inventories["vcpu"].Claimed);
    }
}
