using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Rules;
using Fulcrum.Solver.Scoring;
using Fulcrum.Solver.Search;

namespace Fulcrum.Solver.Alternatives;

/// <summary>A chosen item has at least one replica at a chosen provider.</summary>
internal sealed class ForcedProviderRule : HardRule
{
    public override string Name => "forcedProvider";

    public override void Constrain(PlacementModel model)
    {
        if (model.Problem.Source.Side.Forced is not { } forced) return;
        IEnumerable<Candidate> there = model.Problem.Items[forced.Item].Candidates.Where(candidate => model.Problem.ProviderOf(candidate) == forced.Provider);
        model.Builder.AddAtLeast(model.Total(there), 1);
    }

    public override bool IsMetBy(PlanView plan) => plan.Problem.Source.Side.Forced is not { } forced
        || plan.Of(forced.Item).Any(placement => plan.Problem.ProviderOf(placement.Candidate) == forced.Provider);
}
