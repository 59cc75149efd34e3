using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Drafting;
using Fulcrum.Solver.Screening;
using Fulcrum.Solver.Search;

namespace Fulcrum.Solver.Pipeline;

/// <summary>Looks what it costs to use each provider that relaxed answers do not use.</summary>
internal sealed class ProviderChoice(ScreenedProblem problem, Weights weights, Incumbent incumbent)
{
    /// <summary>Leaves out the undecided providers with which no plan is better.</summary>
    /// <param name="costs">Ways of a part.</param>
    /// <param name="model">Its relaxation.</param>
    /// <param name="stopper">When to stop.</param>
    /// <returns>The provider left that costs least; null when none is, or no time.</returns>
    public int? Least(ItemCosts[] costs, BoundModel model, Stopper stopper)
    {
        int[] providerOf = problem.Supply.Domains.ProviderOf;
        HashSet<int> dropped = [];
        (int? best, long least) = (null, Cost.Infinite);
        foreach (int provider in model.Multipliers?.Providers ?? [])
        {
            if (model.ProviderCosts.IsOpen(provider)) continue;
            if (stopper.IsDue) return null;
            BoundEvaluation evaluation = new(model.With(model.ProviderCosts.WithOpen(provider)));
            long total = evaluation.Total(evaluation.LeastByItem(isSearching: false));
            if (total >= Cost.Infinite || weights.RoundUp(total) >= incumbent.Cost) dropped.Add(provider);
            else if (total < least) (best, least) = (provider, total);
        }

        if (dropped.Count == 0) return best;
        foreach (ItemCosts item in costs) item.Keep(way => !dropped.Contains(providerOf[item.Item.Ways.Pools[way]]));
        if (costs.All(static item => item.Active.Length > 0)) model.Rebuild();
        return best;
    }
}
