using System.Globalization;

namespace Fulcrum.Solver.Search;

/// <summary>What is left of a solve's time.</summary>
internal sealed class SearchLimits(TimeProvider time, SolveOptions options, long startedAt)
{
    private readonly TimeProvider _time = time;
    private readonly SolveOptions _options = options;
    private readonly long _startedAt = startedAt;

    /// <summary>Full linear relaxation and no probing: on placement models several times faster than the defaults.</summary>
    /// <remarks>Without SAT inprocessing: that of OR-Tools 9.15 loses constraints, and CP-SAT then aborts the process (issue 5003).</remarks>
    private const string Tuning = "linearization_level:2 cp_model_probing_level:0 use_sat_inprocessing:false";

    private readonly SearchLimits? _whole;
    private readonly double _most = double.PositiveInfinity;
    private double _deterministicSpent;

    private SearchLimits(SearchLimits whole, double share, double most)
        : this(whole._time, whole._options, whole._time.GetTimestamp()) => (_whole, _most) = (whole, Math.Min(most, share * whole.Left));

    /// <summary>Whether nothing is left.</summary>
    public bool IsExhausted => Left <= 0;

    private double Left => _whole is null ? OfWhole : Math.Min(_whole.Left, _most - Used);

    private double OfWhole => _options.Deterministic ? _options.DeterministicLimit - Used : _options.TimeLimit.TotalSeconds - Used;

    private double Used => _options.Deterministic ? _deterministicSpent : _time.GetElapsedTime(_startedAt).TotalSeconds;

    /// <summary>Limits of a part of the search, which counts for the whole.</summary>
    /// <param name="share">Part of what is left now.</param>
    /// <param name="most">At most so many seconds, or so much work where limits are deterministic.</param>
    public SearchLimits Part(double share, double most) => new(this, share, most);

    /// <summary>Tells whoever wants to know what is known by now.</summary>
    public void Report(long? objective, long bound) => _options.Progress?.Report(new SolveProgress(_time.GetElapsedTime(_startedAt), objective, bound));

    /// <summary>Accounts for a search.</summary>
    public void Spend(double deterministicTime)
    {
        _deterministicSpent += deterministicTime;
        _whole?.Spend(deterministicTime);
    }

    /// <summary>Parameters of the next search in CP-SAT's text format.</summary>
    public string Parameters(long seed)
    {
        string limit = _options.Deterministic ? "num_workers:1 max_deterministic_time" : $"num_workers:{Math.Max(1, _options.Workers)} max_time_in_seconds";
        return string.Create(CultureInfo.InvariantCulture, $"{Tuning} random_seed:{(int)(seed & int.MaxValue)} {limit}:{Math.Max(0, Left):F6}");
    }
}
