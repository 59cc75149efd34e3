using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Screening;
using Fulcrum.Solver.Supplies;

namespace Fulcrum.Solver.Assignments;

/// <summary>A class of a pool of which the items of an order could take more than is free.</summary>
/// <param name="Class">Number of the class.</param>
/// <param name="Room">Units that are free.</param>
internal readonly record struct RoomRow(int Class, long Room)
{
    /// <summary>The rows of some pools.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="costs">Ways by item.</param>
    /// <param name="numbers">Under which number a pool is wanted.</param>
    public static RoomRow[][] Binding(ScreenedProblem problem, IReadOnlyList<ItemCosts> costs, Dictionary<int, int> numbers)
    {
        SortedDictionary<int, Int128>[] needs = [.. numbers.Select(static _ => new SortedDictionary<int, Int128>())];
        foreach (ItemCosts item in costs) AddNeeds(item, numbers, needs);
        RoomRow[][] rows = new RoomRow[numbers.Count][];
        foreach ((int pool, int number) in numbers)
        {
            rows[number] = [.. needs[number]
                .Where(need => need.Value > problem.Supply.Classes[need.Key].Free[pool])
                .Select(need => new RoomRow(need.Key, problem.Supply.Classes[need.Key].Free[pool]))];
        }

        return rows;
    }

    /// <summary>What a shape takes of this row.</summary>
    public long AmountOf(OfferShape shape)
    {
        int position = Array.IndexOf(shape.Classes, Class);
        return position < 0 ? 0 : shape.Amounts[position];
    }

    private static void AddNeeds(ItemCosts item, Dictionary<int, int> numbers, SortedDictionary<int, Int128>[] needs)
    {
        Dictionary<(int Pool, int Class), long> most = [];
        foreach (int way in item.Active)
        {
            int pool = numbers[item.Item.Ways.Pools[way]];
            OfferShape shape = item.Item.ShapeOf(way);
            for (int i = 0; i < shape.Classes.Length; i++)
            {
                (int, int) key = (pool, shape.Classes[i]);
                most[key] = Math.Max(most.GetValueOrDefault(key), shape.Amounts[i]);
            }
        }

        foreach (((int pool, int number), long amount) in most)
        {
            needs[pool][number] = needs[pool].GetValueOrDefault(number) + ((Int128)amount * item.Item.Definition.Quantity);
        }
    }
}
