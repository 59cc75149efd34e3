using Fulcrum.Contracts.Errors;
using Fulcrum.LoadTest.Scenarios;
using HdrHistogram;

namespace Fulcrum.LoadTest.Driving;

/// <summary>What one client has seen; tallies are added up at the end.</summary>
internal sealed class Tally
{
    private const long MicrosMax = 600_000_000;
    private const int SignificantDigits = 3;
    private const double MicrosPerMillisecond = 1000;

    private static readonly HashSet<string> Refusals =
    [
        ErrorCodes.Infeasible, ErrorCodes.CapacityConflict, ErrorCodes.GenerationConflict, ErrorCodes.TimeLimit,
        ErrorCodes.HoldExpired, ErrorCodes.PolicyUnsatisfied, ErrorCodes.QuoteStale, ErrorCodes.Overloaded, ErrorCodes.DeadlineExceeded,
    ];

    private readonly LongHistogram _latencies = new(MicrosMax, SignificantDigits);
    private readonly SortedDictionary<string, long> _codes = new(StringComparer.Ordinal);

    /// <summary>Operations done.</summary>
    public long Succeeded { get; private set; }

    /// <summary>Orders placed.</summary>
    public long Orders { get; private set; }

    /// <summary>How often each code came.</summary>
    public IReadOnlyDictionary<string, long> Codes => _codes;

    /// <summary>Operations that the engine refused by its rules: no plan, no capacity, no time.</summary>
    public long Refused => _codes.Where(static entry => Refusals.Contains(entry.Key)).Sum(static entry => entry.Value);

    /// <summary>Operations that went wrong.</summary>
    public long Failed => _codes.Values.Sum() - Refused;

    /// <summary>Counts one operation.</summary>
    public void Add(OperationResult result, TimeSpan latency)
    {
        _latencies.RecordValue(Math.Clamp((long)latency.TotalMicroseconds, 1, MicrosMax));
        if (result.PlacedOrder) Orders++;
        if (result.Code is { } code) Count(code, 1);
        else Succeeded++;
    }

    /// <summary>Adds what another client has seen.</summary>
    public void Add(Tally other)
    {
        _latencies.Add(other._latencies);
        Succeeded += other.Succeeded;
        Orders += other.Orders;
        foreach ((string code, long count) in other._codes) Count(code, count);
    }

    /// <summary>Latency that a share of the operations does not exceed, in milliseconds.</summary>
    public double PercentileMs(double percent) => _latencies.TotalCount == 0 ? 0 : _latencies.GetValueAtPercentile(percent) / MicrosPerMillisecond;

    private void Count(string code, long count) => _codes[code] = _codes.GetValueOrDefault(code) + count;
}
