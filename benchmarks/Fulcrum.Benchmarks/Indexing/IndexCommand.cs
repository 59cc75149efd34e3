using System.CommandLine;
using System.Globalization;
using Fulcrum.Benchmarks.Solving;
using Fulcrum.Contracts.Documents;
using Fulcrum.Grains.Capacity;
using Fulcrum.Solver.Model;
using Fulcrum.Workloads;

namespace Fulcrum.Benchmarks.Indexing;

/// <summary>The memory that a silo's capacity index takes, as a table.</summary>
internal sealed class IndexCommand : RootCommand
{
    private readonly Option<int[]> _pools = CommandOptions.Numbers("--pools", "Pools of the federation.", [1_000, 10_000, 100_000]);
    private readonly TextWriter _output;

    /// <summary>The command.</summary>
    /// <param name="output">Takes the table.</param>
    public IndexCommand(TextWriter output)
        : base("Memory of the capacity index against pools.")
    {
        _output = output;
        Add(_pools);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        RunHeader.Write(_output, "index", "synthetic federations; managed memory that stays after a collection");
        _output.WriteLine("| pools | bytes per pool: summaries | index and snapshot | columns | a second snapshot with one claim more |");
        _output.WriteLine("|--:|--:|--:|--:|--:|");
        foreach (int pools in parsed.GetRequiredValue(_pools)) Write(pools);
        RunHeader.WriteEnd(_output);
        return 0;
    }

    private void Write(int pools)
    {
        OrderDocument order = new OrderGenerator(EuropeanPlaces.All, new OrderShape { Items = 1, Family = OrderFamily.Plain }).Generate(1);
        new IndexedFederation(pools, seed: 1).Build().Snapshot().Market.ToProblem(order, SyntheticProblems.DecidedAt);
        long before = Memory();
        IndexedFederation federation = new(pools, seed: 1);
        long summaries = Memory();
        CapacityIndex index = federation.Build();
        CapacitySnapshot snapshot = index.Snapshot();
        long indexed = Memory();
        PlacementProblem problem = snapshot.Market.ToProblem(order, SyntheticProblems.DecidedAt);
        long screened = Memory();
        federation.Claim(index, 0, 1);
        PlacementProblem next = index.Snapshot().Market.ToProblem(order, SyntheticProblems.DecidedAt);
        long second = Memory();
        _output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {pools} | {PerPool(summaries - before)} | {PerPool(indexed - summaries)} | {PerPool(screened - indexed)} | {PerPool(second - screened)} |"));
        _output.Flush();
        GC.KeepAlive((federation, index, problem, next));

        long PerPool(long bytes) => (bytes + (pools / 2)) / pools;
    }

    private static long Memory() => GC.GetTotalMemory(forceFullCollection: true);
}
