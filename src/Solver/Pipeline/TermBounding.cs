using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Drafting;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Scoring;
using Fulcrum.Solver.Screening;
using Fulcrum.Solver.Search;

namespace Fulcrum.Solver.Pipeline;

/// <summary>Bounds one term from below while others are held, finds plans, and drops ways.</summary>
/// <param name="problem">The problem of the term: its caps are among the rules.</param>
/// <param name="term">The term.</param>
/// <param name="judges">What terms of drafts are worth.</param>
/// <param name="limits">When to stop.</param>
/// <param name="log">Which stages are on.</param>
/// <param name="cancellationToken">Stops at once.</param>
internal sealed class TermBounding(ScreenedProblem problem, ObjectiveTerm term, TermJudges judges, SearchLimits limits, StageLog log, CancellationToken cancellationToken)
{
    /// <summary>The best plan; null without one.</summary>
    public PlanView? Plan { get; private set; }

    /// <summary>No plan that keeps the caps is below this, in thousandths of a micro-EUR; not below 0.</summary>
    public Int128 Bound { get; private set; }

    /// <summary>Whether nothing is better than the plan, or there is none.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>The ways with which something may be better.</summary>
    public required WaySelection Ways { get; set; }

    /// <summary>By how much answers of the last relaxation exceeded the terms held, mean, micro-EUR; null when that is not known.</summary>
    public IReadOnlyList<double>? Excess { get; private set; }

    /// <summary>Starts from what is known.</summary>
    public void Start(PlanView? plan, long boundMicros) => (Plan, Bound) = (plan, (Int128)boundMicros * TermAim.WeightThousandths);

    /// <summary>Bounds with prices for the terms held.</summary>
    /// <returns>Whether that was possible: sums may be too large.</returns>
    public bool Run(IReadOnlyList<HeldTerm> held)
    {
        TermAim aim = new(term, held, judges);
        Incumbent incumbent = new(problem, aim);
        if (Plan is not null) incumbent.Start(Plan);
        return Run(incumbent, log, phase => Conclude(phase, incumbent, aim));
    }

    /// <summary>Drops the ways with which the term itself would exceed a value, whatever is minimised.</summary>
    public void KeepWithin(long mostMicros)
    {
        Int128 cutoff = ((Int128)mostMicros + 1) * TermAim.WeightThousandths;
        if (!log.IsOn(PipelineStages.Dropping) || cutoff > Cost.Largest) return;
        Incumbent nothing = new(problem, new TermAim(term, [], judges));
        nothing.Start((long)cutoff);
        Run(nothing, log.Without(PipelineStages.Drafting), static _ => { });
    }

    private bool Run(Incumbent incumbent, StageLog stages, Action<BoundingPhase> conclude)
    {
        Weights weights = incumbent.Aim.Weights;
        ItemCosts[] costs = Ways.Costs(problem, weights);
        try
        {
            if (incumbent.Aim.Offset > Cost.Largest || !Magnitude.IsNarrow(problem, weights, costs)) return false;
            BoundingPhase phase = new(problem, weights, costs, incumbent, limits, stages, cancellationToken);
            phase.Run();
            log.Bounded(Effects.Of(phase, costs, Ways.Count, incumbent));
            conclude(phase);
            if (costs.All(static item => item.Active.Length > 0)) Ways = WaySelection.Active(costs);
            return true;
        }
        finally
        {
            foreach (ItemCosts item in costs) item.Dispose();
        }
    }

    private void Conclude(BoundingPhase phase, Incumbent incumbent, TermAim aim)
    {
        (Plan, IsClosed, Excess) = (incumbent.Plan, phase.IsClosed, aim.Excess);
        if (IsClosed) Bound = Plan is null ? 0 : aim.CostOf(PlanScorer.Score(Plan)) - aim.Offset;
        else Bound = Int128.Max(Bound, RoundUp(phase.Bound - aim.Offset));
    }

    /// <summary>The smallest value that a term can have and that is not below a bound.</summary>
    private static Int128 RoundUp(Int128 bound) => bound <= 0 ? 0 : (bound + TermAim.WeightThousandths - 1) / TermAim.WeightThousandths * TermAim.WeightThousandths;
}
