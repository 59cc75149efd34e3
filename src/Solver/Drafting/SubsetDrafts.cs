using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Screening;

namespace Fulcrum.Solver.Drafting;

/// <summary>Drafts that use only some ways: in one the replicas of an item stay together, in the other they need not.</summary>
/// <param name="problem">The problem.</param>
/// <param name="costs">Ways by item.</param>
/// <param name="relations">What relations cost.</param>
/// <param name="providerCosts">What providers cost.</param>
/// <param name="judge">Judges drafts.</param>
internal sealed class SubsetDrafts(ScreenedProblem problem, IReadOnlyList<ItemCosts> costs, IReadOnlyList<RelationCosts> relations, ProviderCosts providerCosts, IDraftJudge judge)
{
    /// <summary>The drafts; none where some item has no way.</summary>
    /// <param name="ways">The ways of an item that may be used.</param>
    public IEnumerable<Draft> Of(Func<int, IReadOnlyCollection<int>> ways)
    {
        ItemCosts[] only = new ItemCosts[costs.Count];
        try
        {
            for (int item = 0; item < only.Length; item++)
            {
                IReadOnlyCollection<int> own = ways(item);
                if (own.Count == 0) yield break;
                only[item] = costs[item].Only(own);
            }

            BoundModel model = new(problem, only, relations, providerCosts);
            DraftBuilder builder = new(model, judge);
            if (builder.Build(new BoundEvaluation(model.Together()).ChoosePlan()) is { } together) yield return together;
            if (builder.Build(new BoundEvaluation(model).ChoosePlan()) is { } apart) yield return apart;
        }
        finally
        {
            foreach (ItemCosts? item in only) item?.Dispose();
        }
    }
}
