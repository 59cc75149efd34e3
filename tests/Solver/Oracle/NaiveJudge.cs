using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Oracle;

/// <summary>Says of any counts of replicas over <see cref="Ways"/> whether they are a plan and what it is worth. Deliberately naive.</summary>
internal sealed class NaiveJudge
{
    private readonly PlacementProblem _problem;
    private readonly Order _order;
    private readonly NaiveRules _rules;
    private readonly long[] _free;
    private readonly Dictionary<(int Pool, string Class), int> _classOfPool = [];
    private readonly int[][][] _consumedClasses;
    private readonly long[][][] _consumedAmounts;
    private readonly long[] _consumed;
    private readonly long[] _mebibytes;
    private readonly bool[] _used;
    private readonly NaiveEgress[] _egress;
    private readonly long[] _relationMebibytes;
    private readonly long[][,] _relationLocality;

    public NaiveJudge(PlacementProblem problem)
    {
        _problem = problem;
        _order = problem.Order;
        Ways = WayTable.Of(problem);
        _rules = new NaiveRules(problem, Ways);
        List<long> free = [];
        for (int pool = 0; pool < problem.Pools.Count; pool++)
        {
            foreach ((string name, Inventory inventory) in problem.Pools[pool].Inventories)
            {
                _classOfPool[(pool, name)] = free.Count;
                free.Add(FreeOf(inventory));
            }
        }

        _free = [.. free];
        _consumed = new long[_free.Length];
        _consumedClasses = [.. Ways.Select(ways => ways.Select(way =>
            way.Consumes.Keys.Where(name => _classOfPool.ContainsKey((way.Pool, name))).Select(name => _classOfPool[(way.Pool, name)]).ToArray()).ToArray())];
        _consumedAmounts = [.. Ways.Select(ways => ways.Select(way =>
            way.Consumes.Where(entry => _classOfPool.ContainsKey((way.Pool, entry.Key))).Select(entry => entry.Value).ToArray()).ToArray())];
        _mebibytes = new long[problem.Providers.Count];
        _used = new bool[problem.Providers.Count];
        _egress = [.. problem.Providers.Select(provider => new NaiveEgress(provider.Egress))];
        _relationMebibytes = [.. _order.Relations.Select(relation =>
            Quotient.Read(relation.TrafficGiBMonthly).Times(1024).Over(_order.Items[relation.From].Quantity).RoundedUp())];
        _relationLocality = [.. _order.Relations.Select(LocalityTable)];
    }

    /// <summary>Every way to serve each item.</summary>
    public Way[][] Ways { get; }

    public int QuantityOf(int item) => _order.Items[item].Quantity;

    /// <summary>Whether the consumption so far exceeds nothing; it never falls when replicas are added.</summary>
    public bool FitsCapacity(int[][] counts)
    {
        Array.Clear(_consumed);
        for (int item = 0; item < counts.Length; item++)
        {
            for (int way = 0; way < counts[item].Length; way++)
            {
                int count = counts[item][way];
                if (count == 0) continue;
                int[] classes = _consumedClasses[item][way];
                for (int at = 0; at < classes.Length; at++) _consumed[classes[at]] += _consumedAmounts[item][way][at] * count;
            }
        }

        for (int at = 0; at < _free.Length; at++)
        {
            if (_consumed[at] > _free[at]) return false;
        }

        return true;
    }

    /// <summary>The money of a plan; null when a way without a price is used.</summary>
    public Worth? WorthOf(int[][] counts)
    {
        long resources = 0, locality = 0, unmet = 0, fees = 0, egress = 0;
        Array.Clear(_mebibytes);
        Array.Clear(_used);
        for (int item = 0; item < counts.Length; item++)
        {
            for (int index = 0; index < counts[item].Length; index++)
            {
                int count = counts[item][index];
                if (count == 0) continue;
                Way way = Ways[item][index];
                if (way.Price is not { } price) return null;
                int provider = _problem.Pools[way.Pool].Provider;
                resources += price * count;
                locality += way.UserLocality * count;
                unmet += way.Unmet * count;
                _mebibytes[provider] += way.UserMebibytes * count;
                _used[provider] = true;
                AddRelations(counts, way, count, ref locality);
            }
        }

        for (int provider = 0; provider < _used.Length; provider++)
        {
            if (!_used[provider]) continue;
            fees += _problem.Providers[provider].FeePerOrderMicros;
            egress += _egress[provider].Cost(_mebibytes[provider]);
        }

        return new(resources, fees, egress, locality, unmet);
    }

    /// <summary>Whether every sentence holds: complete, allowed, capacity, and the rules over several ways.</summary>
    public bool IsFeasible(int[][] counts, Worth worth)
    {
        for (int item = 0; item < counts.Length; item++)
        {
            if (counts[item].Sum() != _order.Items[item].Quantity) return false;
            for (int way = 0; way < counts[item].Length; way++)
            {
                if (counts[item][way] > 0 && !Ways[item][way].Allowed) return false;
            }
        }

        return FitsCapacity(counts) && _rules.Hold(counts, worth);
    }

    private void AddRelations(int[][] counts, Way way, int count, ref long locality)
    {
        ResourcePool own = _problem.Pools[way.Pool];
        for (int index = 0; index < _order.Relations.Count; index++)
        {
            Relation relation = _order.Relations[index];
            if (relation.From != way.Item) continue;
            bool stays = false;
            long best = long.MaxValue;
            for (int to = 0; to < counts[relation.To].Length; to++)
            {
                if (counts[relation.To][to] == 0) continue;
                ResourcePool other = _problem.Pools[Ways[relation.To][to].Pool];
                stays |= other.Provider == own.Provider && other.Location == own.Location;
                best = Math.Min(best, _relationLocality[index][own.Location, other.Location]);
            }

            if (!stays) _mebibytes[own.Provider] += _relationMebibytes[index] * count;
            locality += best * count;
        }
    }

    /// <summary>Locality of one replica per pair of locations; it grows with latency, so that the least is that of the nearest.</summary>
    private long[,] LocalityTable(Relation relation)
    {
        int count = _problem.Market.Locations.Count;
        long[,] table = new long[count, count];
        for (int from = 0; from < count; from++)
        {
            for (int to = 0; to < count; to++)
            {
                table[from, to] = WayTable.LocalityOf(
                    relation.ValuePerMsMicros, _problem.Market.Latencies.Micros(from, to), _order.Items[relation.From].Quantity);
            }
        }

        return table;
    }

    private static long FreeOf(Inventory inventory)
    {
        if (inventory.Total <= inventory.Reserved) return 0;
        long sellable = Quotient.Read(inventory.AllocationRatio).Times(inventory.Total - inventory.Reserved).RoundedDown();
        return Math.Max(0, sellable - inventory.Claimed);
    }
}
