using Fulcrum.Solver.Drafting;

namespace Fulcrum.Solver.Assignments;

/// <summary>The best plan so far, in units of cost. A plan counts when the rules themselves and the score agree.</summary>
/// <param name="model">The order.</param>
/// <param name="incumbent">The best plan of the solve.</param>
internal sealed class AssignmentIncumbent(AssignmentModel model, Incumbent incumbent)
{
    /// <summary>What the best plan costs; above every plan when there is none.</summary>
    public long Cost => incumbent.Cost >= Bounding.Cost.Infinite ? model.Most + 1 : incumbent.Cost / model.Unit;

    /// <summary>Takes replicas by way, if they are a plan and a better one.</summary>
    public bool Offer(int[] replicas)
    {
        long cost = model.CostOf(replicas);
        if (cost >= Cost || !model.IsPlan(replicas)) return false;
        Draft draft = new(model.Items.Length);
        for (int way = 0; way < replicas.Length; way++)
        {
            if (replicas[way] > 0) draft.Add(model.Ways[way].Item, model.Ways[way].Number, replicas[way]);
        }

        return incumbent.Offer(draft, cost * model.Unit);
    }
}
