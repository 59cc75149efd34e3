using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Screening;
using Fulcrum.Solver.Supplies;

namespace Fulcrum.Solver.Assignments;

/// <summary>How many providers an order needs at least, because fewer have not the room for it.</summary>
internal sealed class ProviderCover
{
    private readonly (Int128 Need, Int128[] Room)[] _classes;
    private readonly int _providers;

    /// <summary>Adds up needs and rooms.</summary>
    public ProviderCover(ScreenedProblem problem, AssignmentModel model, IReadOnlyList<ItemCosts> costs)
    {
        _providers = model.Fees.Length;
        _classes = [.. Enumerable.Range(0, problem.Supply.Classes.Length)
            .Select(number => (Need: costs.Aggregate((Int128)0, (need, item) => need + NeedOf(item, number)), number))
            .Where(static pair => pair.Need > 0)
            .Select(pair => (pair.Need, RoomsOf(problem, model, pair.number)))];
    }

    /// <summary>The least number of providers used by any plan of a region, or one more than there are when there is none.</summary>
    public int LeastCount(Region region)
    {
        int least = 0;
        Int128[] rooms = new Int128[_providers];
        foreach ((Int128 need, Int128[] room) in _classes)
        {
            int count = 0;
            for (int provider = 0; provider < _providers; provider++)
            {
                if (!region.IsClosed[provider]) rooms[count++] = -room[provider];
            }

            Array.Sort(rooms, 0, count);
            int taken = 0;
            Int128 covered = 0;
            while (covered < need && taken < count) covered -= rooms[taken++];
            least = Math.Max(least, covered < need ? _providers + 1 : taken);
        }

        return least;
    }

    private static Int128 NeedOf(ItemCosts item, int number)
    {
        long least = long.MaxValue;
        foreach (int way in item.Active)
        {
            OfferShape shape = item.Item.ShapeOf(way);
            int position = Array.IndexOf(shape.Classes, number);
            least = Math.Min(least, position < 0 ? 0 : shape.Amounts[position]);
            if (least == 0) break;
        }

        return (Int128)least * item.Item.Definition.Quantity;
    }

    private static Int128[] RoomsOf(ScreenedProblem problem, AssignmentModel model, int number)
    {
        Int128[] rooms = new Int128[model.Fees.Length];
        for (int pool = 0; pool < model.Pools.Length; pool++) rooms[model.ProviderOfPool[pool]] += problem.Supply.Classes[number].Free[model.Pools[pool]];
        return rooms;
    }
}
