using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Grains.Pools;

/// <summary>An allocation: what is left of a hold once it is confirmed. A pool keeps a million of them, so it carries no more than it must.</summary>
internal class Claim(string order, SortedMap<long> amounts, long configVersion)
{
    /// <summary>Key of the order.</summary>
    public string Order { get; } = order;

    /// <summary>Amount per class; shared between claims.</summary>
    public SortedMap<long> Amounts { get; } = amounts;

    /// <summary>Configuration that the claim was last checked against.</summary>
    public long ConfigVersion { get; set; } = configVersion;

    /// <summary>Whether its order has said, after it was confirmed, that it does not meet its gate there.</summary>
    public bool Drifted { get; set; }
}
