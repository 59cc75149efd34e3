using Fulcrum.Solver.Scoring;
using Fulcrum.Solver.Screening;
using Fulcrum.Solver.Search;

namespace Fulcrum.Solver.Rules;

/// <summary>Something that every plan must obey.</summary>
internal abstract class HardRule
{
    /// <summary>Stable name.</summary>
    public abstract string Name { get; }

    /// <summary>Whether the rule can judge a pool on its own.</summary>
    public virtual bool IsScreen => false;

    /// <summary>Removes the pools of an item that the rule refuses, and counts why.</summary>
    public virtual void Screen(ItemScreening screening)
    {
    }

    /// <summary>Adds what filters cannot express to a model.</summary>
    public virtual void Constrain(PlacementModel model)
    {
    }

    /// <summary>Whether a plan made of candidates that passed the filters obeys the rule.</summary>
    public virtual bool IsMetBy(PlanView plan) => true;
}
