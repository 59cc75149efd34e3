using Fulcrum.Solver.Results;
using Fulcrum.Solver.Screening;

namespace Fulcrum.Solver.Pipeline;

/// <summary>Which stages of a solve are on, what they did and how long they took.</summary>
/// <param name="options">How the problem is solved.</param>
/// <param name="clock">Measures the stages.</param>
internal sealed class StageLog(SolveOptions options, StageClock clock)
{
    private readonly PipelineStages _stages = options.Strategy == SolveStrategy.Pipeline ? options.Stages : PipelineStages.None;

    /// <summary>What the stages did so far.</summary>
    public StageEffects Effects { get; private set; } = StageEffects.None;

    /// <summary>How long they took, now that the search has ended.</summary>
    public StageTimes Times => clock.ToTimes();

    /// <summary>Whether a stage is on.</summary>
    public bool IsOn(PipelineStages stage) => (_stages & stage) == stage;

    /// <summary>Stages are at work, those of them that are on.</summary>
    public void Applied(PipelineStages stages) => Effects = Effects with { Applied = Effects.Applied | (stages & _stages) };

    /// <summary>Screening has ended.</summary>
    public void Screened(ScreenedProblem problem)
    {
        clock.Screened();
        Effects = Effects with { WaysScreened = WaysOf(problem), WaysUndominated = WaysOf(problem) };
    }

    /// <summary>Dominance has been at work.</summary>
    public void Dominated(ScreenedProblem problem)
    {
        Applied(PipelineStages.Dominance);
        Effects = Effects with { WaysUndominated = WaysOf(problem) };
    }

    /// <summary>Bounding has ended.</summary>
    public void Bounded(BoundingEffect effect)
    {
        clock.Bounded();
        Effects = Effects with { Boundings = [.. Effects.Boundings, effect] };
    }

    /// <summary>Branching has ended.</summary>
    public void Branched(int parts, int searched) => Effects = Effects with { Parts = Effects.Parts + parts, PartsSearched = Effects.PartsSearched + searched };

    /// <summary>A log of the same clock in which some stages are off.</summary>
    public StageLog Without(PipelineStages stages) => new(options with { Stages = options.Stages & ~stages }, clock);

    /// <summary>A search has ended.</summary>
    public void Searched() => clock.Searched();

    private static int WaysOf(ScreenedProblem problem) => problem.Items.Sum(static item => item.Ways.Count);
}
