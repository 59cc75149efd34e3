using Fulcrum.Solver.Model;
using Fulcrum.Solver.Scoring;
using Fulcrum.Solver.Search;

namespace Fulcrum.Solver.Rules;

/// <summary>Something that every plan must obey.</summary>
internal abstract class HardRule
{
    /// <summary>Stable name.</summary>
    public abstract string Name { get; }

    /// <summary>The filter of the rule for an item; null when the rule cannot judge a pool on its own.</summary>
    public virtual PoolFilter? FilterFor(PlacementProblem problem, OrderItem item) => null;

    /// <summary>Adds what filters cannot express to a model.</summary>
    public virtual void Constrain(PlacementModel model)
    {
    }

    /// <summary>Whether a plan made of candidates that passed the filters obeys the rule.</summary>
    public virtual bool IsMetBy(PlanView plan) => true;
}
