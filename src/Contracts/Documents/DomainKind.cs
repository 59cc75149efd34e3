namespace Fulcrum.Contracts.Documents;

/// <summary>What replicas can share and lose together.</summary>
[GenerateSerializer, Alias("domain-kind")]
public enum DomainKind
{
    /// <summary>A resource pool.</summary>
    Pool,

    /// <summary>(provider, location, zone).</summary>
    Zone,

    /// <summary>A location.</summary>
    Location,

    /// <summary>A country.</summary>
    Country,

    /// <summary>A provider.</summary>
    Provider,
}
