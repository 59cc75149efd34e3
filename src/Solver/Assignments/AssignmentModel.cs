using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Screening;

namespace Fulcrum.Solver.Assignments;

/// <summary>An order whose items share nothing but the room of pools and the fees of providers, as arrays. Costs are in units that divide all of them.</summary>
internal sealed class AssignmentModel
{
    private AssignmentModel(ScreenedProblem problem, Weights weights, IReadOnlyList<ItemCosts> costs)
    {
        Items = [.. costs.Select(static item => item.Item.Definition.Quantity)];
        Pools = [.. costs.SelectMany(static item => PoolsOf(item)).Distinct().OrderBy(problem.RankOf)];
        int[] providers = [.. Pools.Select(pool => problem.Source.Pools[pool].Provider).Distinct()];
        ProviderOfPool = [.. Pools.Select(pool => Array.IndexOf(providers, problem.Source.Pools[pool].Provider))];
        Dictionary<int, int> numbers = Enumerable.Range(0, Pools.Length).ToDictionary(number => Pools[number]);
        Rows = RoomRow.Binding(problem, costs, numbers);
        Ways = [.. costs.SelectMany((item, number) => WaysOf(item, number, numbers))];
        long[] fees = [.. providers.Select(provider => weights.Price * problem.Source.Providers[provider].FeePerOrderMicros)];
        Unit = Math.Max(1, fees.Concat(Ways.Select(static way => way.Cost)).Aggregate(0L, GreatestDivisor));
        Fees = [.. fees.Select(fee => fee / Unit)];
        Ways = [.. Ways.Select(way => way with { Cost = way.Cost / Unit })];
        WaysOfItem = GroupsOf(Items.Length, static way => way.Item);
        WaysOfPool = GroupsOf(Pools.Length, static way => way.Pool);
        WaysOfProvider = GroupsOf(providers.Length, way => ProviderOfPool[way.Pool]);
        PoolsOfProvider = [.. providers.Select((_, provider) => Enumerable.Range(0, Pools.Length).Where(pool => ProviderOfPool[pool] == provider).ToArray())];
        Most = Fees.Sum() + WaysOfItem.Select((ways, item) => Items[item] * ways.Max(way => Ways[way].Cost)).Sum();
    }

    /// <summary>Pools as numbered by the problem, in the order that breaks ties: where they stand in the problem does not matter.</summary>
    public int[] Pools { get; }

    /// <summary>Replicas by item.</summary>
    public int[] Items { get; }

    /// <summary>All ways, item by item.</summary>
    public AssignmentWay[] Ways { get; }

    /// <summary>Rows that may bind, by pool.</summary>
    public RoomRow[][] Rows { get; }

    /// <summary>Provider by pool.</summary>
    public int[] ProviderOfPool { get; }

    /// <summary>Pools by provider.</summary>
    public int[][] PoolsOfProvider { get; }

    /// <summary>Fee by provider, in units of cost.</summary>
    public long[] Fees { get; }

    /// <summary>Ways by item.</summary>
    public int[][] WaysOfItem { get; }

    /// <summary>Ways by pool.</summary>
    public int[][] WaysOfPool { get; }

    /// <summary>Ways by provider.</summary>
    public int[][] WaysOfProvider { get; }

    /// <summary>Every cost is a multiple of so many thousandths of a micro-EUR.</summary>
    public long Unit { get; }

    /// <summary>No plan costs more, in units of cost.</summary>
    public long Most { get; }

    /// <summary>Reads the active ways of a problem.</summary>
    public static AssignmentModel Of(ScreenedProblem problem, Weights weights, IReadOnlyList<ItemCosts> costs) => new(problem, weights, costs);

    /// <summary>Provider of a way.</summary>
    public int ProviderOf(int way) => ProviderOfPool[Ways[way].Pool];

    /// <summary>What a plan costs, in units of cost.</summary>
    /// <param name="replicas">Replicas by way.</param>
    public long CostOf(ReadOnlySpan<int> replicas)
    {
        long cost = 0;
        bool[] used = new bool[Fees.Length];
        for (int way = 0; way < Ways.Length; way++)
        {
            if (replicas[way] == 0) continue;
            cost += Ways[way].Cost * replicas[way];
            used[ProviderOf(way)] = true;
        }

        for (int provider = 0; provider < Fees.Length; provider++) cost += used[provider] ? Fees[provider] : 0;
        return cost;
    }

    /// <summary>Whether every item has its replicas and every pool has room for them.</summary>
    /// <param name="replicas">Replicas by way.</param>
    public bool IsPlan(ReadOnlySpan<int> replicas)
    {
        for (int item = 0; item < Items.Length; item++)
        {
            long placed = 0;
            foreach (int way in WaysOfItem[item]) placed += replicas[way];
            if (placed != Items[item]) return false;
        }

        for (int pool = 0; pool < Rows.Length; pool++)
        {
            for (int row = 0; row < Rows[pool].Length; row++)
            {
                Int128 taken = 0;
                foreach (int way in WaysOfPool[pool]) taken += (Int128)Ways[way].Amounts[row] * replicas[way];
                if (taken > Rows[pool][row].Room) return false;
            }
        }

        return true;
    }

    private static long GreatestDivisor(long one, long other)
    {
        while (other != 0) (one, other) = (other, one % other);
        return one;
    }

    private static int[] PoolsOf(ItemCosts item)
    {
        int[] pools = item.Active.ToArray();
        for (int i = 0; i < pools.Length; i++) pools[i] = item.Item.Ways.Pools[pools[i]];
        return pools;
    }

    private IEnumerable<AssignmentWay> WaysOf(ItemCosts item, int number, Dictionary<int, int> numbers)
    {
        int[] active = item.Active.ToArray();
        return active.Select(way =>
        {
            int pool = numbers[item.Item.Ways.Pools[way]];
            long[] amounts = [.. Rows[pool].Select(row => row.AmountOf(item.Item.ShapeOf(way)))];
            return new AssignmentWay(number, pool, way, item.OfWay[way], Math.Min(Items[number], item.Item.Ways.MostReplicas[way]), amounts);
        }).OrderBy(static way => way.Pool);
    }

    private int[][] GroupsOf(int groups, Func<AssignmentWay, int> groupOf)
    {
        List<int>[] members = [.. Enumerable.Range(0, groups).Select(static _ => new List<int>())];
        for (int way = 0; way < Ways.Length; way++) members[groupOf(Ways[way])].Add(way);
        return [.. members.Select(static group => group.ToArray())];
    }
}
