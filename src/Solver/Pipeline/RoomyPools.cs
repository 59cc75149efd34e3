using Fulcrum.Solver.Screening;
using Fulcrum.Solver.Supplies;

namespace Fulcrum.Solver.Pipeline;

/// <summary>Pools that have room for the whole order: for every replica of every item, in the largest of its ways there.</summary>
internal sealed class RoomyPools : IDisposable
{
    private readonly Supply _supply;
    private readonly Buffer<long> _needs;

    /// <summary>Adds up what the items of a problem could take of each pool.</summary>
    public RoomyPools(ScreenedProblem problem)
    {
        _supply = problem.Supply;
        int cells = problem.Items.Count == 1 ? 0 : _supply.Pools.Count * _supply.Classes.Length;
        _needs = new Buffer<long>(cells);
        _needs.Extend(cells);
        _needs.Span.Clear();
        if (cells == 0) return;
        foreach (ScreenedItem item in problem.Items) Add(item);
    }

    /// <summary>Whether a pool in which an item fits alone has room for all.</summary>
    public bool HasRoom(int pool)
    {
        if (_needs.Count == 0) return true;
        for (int number = 0; number < _supply.Classes.Length; number++)
        {
            long need = _needs[(pool * _supply.Classes.Length) + number];
            if (need > _supply.Classes[number].Free[pool] || need == long.MaxValue) return false;
        }

        return true;
    }

    /// <inheritdoc />
    public void Dispose() => _needs.Dispose();

    private void Add(ScreenedItem item)
    {
        long[] most = new long[_supply.Classes.Length];
        WayTable ways = item.Ways;
        for (int way = 0; way < ways.Count; way++)
        {
            OfferShape shape = item.ShapeOf(way);
            for (int i = 0; i < shape.Classes.Length; i++) most[shape.Classes[i]] = Math.Max(most[shape.Classes[i]], shape.Amounts[i]);
            if (way + 1 < ways.Count && ways.Pools[way + 1] == ways.Pools[way]) continue;
            Span<long> need = _needs.Span.Slice(ways.Pools[way] * most.Length, most.Length);
            for (int number = 0; number < most.Length; number++) need[number] = (long)Int128.Min(long.MaxValue, need[number] + ((Int128)most[number] * item.Definition.Quantity));
            Array.Clear(most);
        }
    }
}
