namespace Fulcrum.Contracts.Documents;

/// <summary>Which pairs of pools a relation's latency bound covers.</summary>
[GenerateSerializer, Alias("latency-scope")]
public enum LatencyScope
{
    /// <summary>Every pool used by the one item has a pool used by the other within the bound.</summary>
    Nearest,

    /// <summary>Every pair of used pools is within the bound.</summary>
    All,
}
