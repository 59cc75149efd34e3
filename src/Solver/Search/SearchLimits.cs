using System.Globalization;

namespace Fulcrum.Solver.Search;

/// <summary>What is left of a solve's time.</summary>
/// <param name="time">Clock of the limit.</param>
/// <param name="options">How the problem is solved.</param>
/// <param name="startedAt">When the solve began.</param>
/// <param name="whole">The limits of which these are a part; null for those of a whole solve.</param>
internal sealed class SearchLimits(TimeProvider time, SolveOptions options, long startedAt, SearchLimits? whole = null)
{
    /// <summary>Full linear relaxation and no probing: on placement models several times faster than the defaults.</summary>
    /// <remarks>Without SAT inprocessing: that of OR-Tools 9.15 loses constraints, and CP-SAT then aborts the process (issue 5003).</remarks>
    private const string Tuning = "linearization_level:2 cp_model_probing_level:0 use_sat_inprocessing:false";

    private double _deterministicSpent;

    /// <summary>Whether nothing is left.</summary>
    public bool IsExhausted => Left <= 0;

    /// <summary>Milliseconds that are left; null where limits are deterministic.</summary>
    public long? MillisecondsLeft => options.Deterministic ? null : (long)(Math.Max(0, Left) * 1000);

    private double Left => options.Deterministic
        ? options.DeterministicLimit - _deterministicSpent
        : (options.TimeLimit - time.GetElapsedTime(startedAt)).TotalSeconds;

    /// <summary>Whether two searches may run at once.</summary>
    public bool HasSeveralWorkers => options.Workers > 1 && !options.Deterministic;

    /// <summary>The same limits for a search with one worker.</summary>
    public SearchLimits OneWorker() => new(time, options with { Workers = 1 }, startedAt, this);

    /// <summary>Tells whoever wants to know what is known by now.</summary>
    public void Report(long? objective, long bound) => options.Progress?.Report(new SolveProgress(time.GetElapsedTime(startedAt), objective, bound));

    /// <summary>Accounts for a search.</summary>
    public void Spend(double deterministicTime)
    {
        _deterministicSpent += deterministicTime;
        whole?.Spend(deterministicTime);
    }

    /// <summary>Limits of one of several searches, which count for the whole, and of which nobody is told.</summary>
    /// <param name="parts">What is left is divided by this number.</param>
    /// <param name="most">At most so many seconds, or so much work where limits are deterministic.</param>
    public SearchLimits Part(double parts, double most = double.PositiveInfinity) => new(time, LimitedTo(Math.Min(most, Math.Max(0, Left) / parts)) with { Progress = null }, startedAt, this);

    /// <summary>Limits of the first of two searches, which has half of what is left.</summary>
    public SearchLimits Half() => new(time, LimitedTo(Math.Max(0, Left) / 2), startedAt, this);

    private SolveOptions LimitedTo(double left) => options.Deterministic
        ? options with { DeterministicLimit = left }
        : options with { TimeLimit = time.GetElapsedTime(startedAt) + TimeSpan.FromSeconds(left) };

    /// <summary>Parameters of the next search in CP-SAT's text format.</summary>
    public string Parameters(long seed)
    {
        string limit = options.Deterministic ? "num_workers:1 max_deterministic_time" : $"num_workers:{Math.Max(1, options.Workers)} max_time_in_seconds";
        return string.Create(CultureInfo.InvariantCulture, $"{Tuning} random_seed:{(int)(seed & int.MaxValue)} {limit}:{Math.Max(0, Left):F6}");
    }
}
