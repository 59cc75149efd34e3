using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Compilation;

/// <summary>Counts the pools that one rule removes, by reason.</summary>
internal sealed class FunnelCounter(string rule)
{
    private const int ReasonsMax = 5;

    private readonly Dictionary<string, int> _reasons = new(StringComparer.Ordinal);
    private int _removed;

    /// <summary>One more pool is out.</summary>
    public void Remove(string reason)
    {
        _removed++;
        _reasons[reason] = _reasons.GetValueOrDefault(reason) + 1;
    }

    /// <summary>The step of the funnel, given the pools that the rules before left.</summary>
    public FunnelStep ToStep(int before) => new(rule, _removed, before - _removed, [.. _reasons
        .Select(entry => new FunnelReason(entry.Key, entry.Value))
        .OrderByDescending(reason => reason.Pools).ThenBy(reason => reason.Reason, StringComparer.Ordinal)
        .Take(ReasonsMax)]);
}
