namespace Fulcrum.Simulation.Tests.Machine;

/// <summary>How often each fault, and each thing worth reaching, happened.</summary>
internal sealed class FaultCounters
{
    private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);

    public long this[string what] => _counts.GetValueOrDefault(what);

    public void Count(string what) => _counts[what] = this[what] + 1;

    public void Add(FaultCounters other)
    {
        foreach ((string what, long count) in other._counts) _counts[what] = this[what] + count;
    }

    public override string ToString() => string.Join(", ", _counts.Select(count => $"{count.Key} {count.Value}"));
}
