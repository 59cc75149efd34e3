using System.ComponentModel.DataAnnotations;

namespace Fulcrum.Grains.Placement;

/// <summary>How many quotes and orders a silo takes on at once.</summary>
public sealed record AdmissionOptions
{
    /// <summary>Quotes and orders being planned and placed at the same time.</summary>
    /// <value>Default 256, bounds 1 … 100 000.</value>
    [Range(1, 100_000)]
    public int UnderWayMax { get; set; } = 256;

    /// <summary>Quotes and orders that may wait to begin; beyond, somebody is refused as an overload.</summary>
    /// <value>Default 1 024, bounds 0 … 1 000 000.</value>
    [Range(0, 1_000_000)]
    public int WaitingMax { get; set; } = 1_024;
}
