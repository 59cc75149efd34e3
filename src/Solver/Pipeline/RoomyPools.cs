using Fulcrum.Solver.Screening;
using Fulcrum.Solver.Supplies;

namespace Fulcrum.Solver.Pipeline;

/// <summary>Pools that have room for the whole order: for every replica of every item, in the largest of its ways there.</summary>
internal sealed class RoomyPools
{
    private readonly Supply _supply;
    private readonly Dictionary<int, Int128[]> _needs = [];

    /// <summary>Adds up what the items of a problem could take of each pool.</summary>
    public RoomyPools(ScreenedProblem problem)
    {
        _supply = problem.Supply;
        if (problem.Items.Count == 1) return;
        foreach (ScreenedItem item in problem.Items) Add(item);
    }

    /// <summary>Whether a pool in which an item fits alone has room for all.</summary>
    public bool HasRoom(int pool)
    {
        if (!_needs.TryGetValue(pool, out Int128[]? need)) return true;
        for (int number = 0; number < need.Length; number++)
        {
            if (need[number] > _supply.Classes[number].Free[pool]) return false;
        }

        return true;
    }

    private void Add(ScreenedItem item)
    {
        long[] most = new long[_supply.Classes.Length];
        WayTable ways = item.Ways;
        for (int way = 0; way < ways.Count; way++)
        {
            OfferShape shape = item.ShapeOf(way);
            for (int i = 0; i < shape.Classes.Length; i++) most[shape.Classes[i]] = Math.Max(most[shape.Classes[i]], shape.Amounts[i]);
            if (way + 1 < ways.Count && ways.Pools[way + 1] == ways.Pools[way]) continue;
            if (!_needs.TryGetValue(ways.Pools[way], out Int128[]? need)) _needs[ways.Pools[way]] = need = new Int128[most.Length];
            for (int number = 0; number < most.Length; number++) need[number] += (Int128)most[number] * item.Definition.Quantity;
            Array.Clear(most);
        }
    }
}
