using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Scoring;
using Fulcrum.Solver.Search;

namespace Fulcrum.Solver.Rules;

/// <summary>At least and at most so many providers over the order.</summary>
internal sealed class ProviderCountRule : HardRule
{
    public override string Name => "concentration.providers";

    public override void Constrain(PlacementModel model)
    {
        OrderPolicy policy = model.Problem.Policy;
        if (policy.MinProviders is null && policy.MaxProviders is null) return;
        LinearSum used = new();
        foreach (IGrouping<int, DomainGroup> provider in model.GroupsByProvider()) used.Add(model.ProviderUsed(provider), 1);
        if (policy.MinProviders is { } least) model.Builder.AddAtLeast(used, least);
        if (policy.MaxProviders is { } most) model.Builder.AddAtMost(used, most);
    }

    public override bool IsMetBy(PlanView plan)
    {
        int used = plan.ResourcesByProvider().Count;
        return used >= (plan.Problem.Policy.MinProviders ?? 0) && used <= (plan.Problem.Policy.MaxProviders ?? int.MaxValue);
    }
}
