using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Screening;

/// <summary>Counts the pools that one rule removes, by reason.</summary>
internal sealed class ReasonCounter
{
    private const int ReasonsMax = 5;

    private readonly Dictionary<string, int> _reasons = new(StringComparer.Ordinal);

    /// <summary>So many more pools are out.</summary>
    public void Add(string reason, int pools) => _reasons[reason] = _reasons.GetValueOrDefault(reason) + pools;

    /// <summary>The step of the funnel, given the pools before and after; nothing is counted any more.</summary>
    public FunnelStep Finish(string rule, int before, int after)
    {
        FunnelReason[] reasons = _reasons.Count == 0 ? [] : [.. _reasons
            .Select(entry => new FunnelReason(entry.Key, entry.Value))
            .OrderByDescending(reason => reason.Pools).ThenBy(reason => reason.Reason, StringComparer.Ordinal)
            .Take(ReasonsMax)];
        _reasons.Clear();
        return new FunnelStep(rule, before - after, after, reasons);
    }
}
