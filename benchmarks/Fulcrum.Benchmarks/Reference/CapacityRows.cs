using Fulcrum.Solver.Model;

namespace Fulcrum.Benchmarks.Reference;

/// <summary>Every replica is placed, and pools hold what is placed there.</summary>
internal static class CapacityRows
{
    public static void AddTo(ReferenceModel model)
    {
        ILookup<int, int> byItem = Enumerable.Range(0, model.Candidates.Count).ToLookup(index => model.Candidates[index].Item);
        for (int item = 0; item < model.Order.Items.Count; item++)
        {
            int quantity = model.Order.Items[item].Quantity;
            model.Linear.AddRow(byItem[item].Select(index => (model.Replicas(index), 1L)), quantity, quantity);
        }

        foreach (IGrouping<int, int> pool in Enumerable.Range(0, model.Candidates.Count).GroupBy(index => model.Candidates[index].Pool))
        {
            AddPool(model, model.Problem.Pools[pool.Key], [.. pool]);
        }
    }

    private static void AddPool(ReferenceModel model, ResourcePool pool, IReadOnlyList<int> candidates)
    {
        foreach (string resourceClass in candidates.SelectMany(index => model.Candidates[index].Consumption.Keys).Distinct())
        {
            (int Variable, long Coefficient)[] terms =
                [.. candidates.Select(index => (model.Replicas(index), model.Candidates[index].Consumption.GetValueOrDefault(resourceClass))).Where(static term => term.Item2 > 0)];
            model.Linear.AddRow(terms, null, CandidateFinder.Free(pool.Inventories[resourceClass]));
        }
    }
}
