using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Drafting;
using Fulcrum.Solver.Screening;
using Fulcrum.Solver.Search;

namespace Fulcrum.Solver.Pipeline;

/// <summary>Bounds a part of a problem for some rounds, starting from the multipliers of the whole.</summary>
internal sealed class PartBounding(ScreenedProblem problem, Weights weights, IReadOnlyList<RelationCosts> relations, BoundModel model, Incumbent incumbent, Stopper stopper)
{
    private const int RoundsMax = 10;
    private const int RoundsBetweenDrops = 4;
    private const double AssumedGap = 0.05;
    private const double UseMin = 0.05;
    private const double Fading = 0.7;

    private readonly Dictionary<int, double> _use = [];

    /// <summary>Runs.</summary>
    /// <returns>Whether nothing in the part is better than the incumbent.</returns>
    public bool Run(BranchPart part)
    {
        Ascent ascent = new(problem, model);
        Drafts drafts = new(problem, weights, model, relations, incumbent, stopper);
        Pace pace = new();
        for (int round = 0; round < RoundsMax && !pace.IsOver; round++)
        {
            BoundEvaluation evaluation = new(model);
            bool isDropping = round % RoundsBetweenDrops == 0;
            long total = evaluation.Total(evaluation.LeastByItem(isSearching: isDropping));
            part.Raise(total >= Cost.Infinite ? Cost.Infinite : weights.RoundUp(total));
            if (part.Bound >= incumbent.Cost) return true;
            if (stopper.IsDue) return false;
            if (isDropping && drafts.Try(evaluation.ChoosePlan()) && part.Bound >= incumbent.Cost) return true;
            RelaxedAnswer answer = RelaxedAnswer.Of(model, evaluation);
            AddUse(answer);
            if (pace.Note(total, incumbent.Cost)) model.Remember();
            if (pace.IsStuck)
            {
                pace.Slow();
                model.Recall();
            }
            else if (isDropping && new WayDropping(model, weights, evaluation).Run(incumbent.Cost))
            {
                if (model.Costs.Any(static item => item.Active.Length == 0)) return true;
                model.Rebuild();
            }
            else
            {
                ascent.Step(evaluation, answer, incumbent.Cost >= Cost.Infinite ? Math.Abs((double)total) * AssumedGap : incumbent.Cost - total, pace.Step);
            }
        }

        model.Recall();
        return false;
    }

    /// <summary>The undecided provider that relaxed answers use most; null when they hardly use any.</summary>
    public int? MostUsed()
    {
        (int? best, double most) = (null, UseMin);
        foreach ((int provider, double use) in _use)
        {
            if (use <= most || model.ProviderCosts.IsOpen(provider)) continue;
            (best, most) = (provider, use);
        }

        return best;
    }

    /// <summary>A fading mean of how far each provider is used: as far as the item that uses it most.</summary>
    private void AddUse(RelaxedAnswer answer)
    {
        Dictionary<(int Item, int Provider), double> byItem = [];
        foreach (RelaxedAnswer.Choice choice in answer.Choices)
        {
            if (!choice.IsFirstAtProvider) continue;
            (int, int) key = (choice.Item, model.Lists[choice.Item].Providers[choice.Site]);
            byItem[key] = byItem.GetValueOrDefault(key) + choice.Weight;
        }

        Dictionary<int, double> now = [];
        foreach (((_, int provider), double weight) in byItem) now[provider] = Math.Max(now.GetValueOrDefault(provider), weight);
        foreach (int provider in _use.Keys.ToArray()) _use[provider] *= Fading;
        foreach ((int provider, double weight) in now) _use[provider] = _use.GetValueOrDefault(provider) + ((1 - Fading) * weight);
    }
}
