using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Drafting;
using Fulcrum.Solver.Screening;
using Fulcrum.Solver.Search;

namespace Fulcrum.Solver.Pipeline;

/// <summary>Looks for a good plan among those in which every item that can stays at one site. What it drops counts for these plans alone, so it works on ways of its own.</summary>
internal sealed class TogetherPhase(
    ScreenedProblem problem, Weights weights, IReadOnlyList<ItemCosts> costs, IReadOnlyList<RelationCosts> relations, Incumbent incumbent, Stopper stopper)
{
    private const int RoundsMax = 120;
    private const int RoundsBetweenDrops = 8;
    private const int ProviderTries = 24;
    private const double AssumedGap = 0.05;

    /// <summary>Runs until no better plan of that kind is to be expected.</summary>
    public void Run()
    {
        ItemCosts[] own = [.. costs.Select(static item => item.Only(item.Active.ToArray()))];
        try
        {
            Run(new BoundModel(problem, own, relations, new ProviderCosts(problem, weights, hasFixed: true)));
        }
        finally
        {
            foreach (ItemCosts item in own) item.Dispose();
        }
    }

    private void Run(BoundModel model)
    {
        Ascent ascent = new(problem, model);
        Drafts drafts = new(problem, weights, model, relations, incumbent, stopper);
        Pace pace = new();
        bool isSearching = true;
        for (int round = 0; round < RoundsMax && !pace.IsOver && !stopper.IsDue; round++)
        {
            TreeBound bound = new(model, isTogether: true);
            if (bound.Total >= incumbent.Cost) return;
            bool isDropping = round % RoundsBetweenDrops == 0;
            bool improved = drafts.Try(bound.Choose());
            if (isDropping && isSearching) improved |= isSearching = drafts.Search(new BoundEvaluation(model), ProviderTries);
            if (bound.Total >= incumbent.Cost) return;
            if (pace.Note(bound.Total, incumbent.Cost)) model.Remember();
            if (pace.IsStuck)
            {
                pace.Slow();
                model.Recall();
            }
            else if ((improved || isDropping) && bound.Drop(weights, incumbent.Cost))
            {
                if (model.Costs.Any(static item => item.Active.Length == 0)) return;
                model.Rebuild();
            }
            else
            {
                ascent.Step(bound, incumbent.Cost >= Cost.Infinite ? bound.Total * AssumedGap : incumbent.Cost - bound.Total, pace.Step);
            }
        }
    }
}
