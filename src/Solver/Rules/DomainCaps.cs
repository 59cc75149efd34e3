using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Scoring;
using Fulcrum.Solver.Search;

namespace Fulcrum.Solver.Rules;

/// <summary>Caps on the replicas of an item per domain.</summary>
internal static class DomainCaps
{
    /// <summary>Adds caps to a model.</summary>
    public static void Constrain(PlacementModel model, CompiledItem item, IEnumerable<DomainCap> caps)
    {
        foreach (DomainCap cap in caps)
        {
            foreach (DomainGroup group in item.GroupsBy(model.Problem.Domains[cap.Kind]))
            {
                if (cap.Most < item.Quantity) model.Builder.AddAtMost(model.Total(group.Candidates), cap.Most);
            }
        }
    }

    /// <summary>Whether a plan keeps to caps.</summary>
    public static bool AreMet(PlanView plan, CompiledItem item, IEnumerable<DomainCap> caps) =>
        caps.All(cap => plan.ReplicasBy(item.Index, cap.Kind).Values.All(replicas => replicas <= cap.Most));
}
