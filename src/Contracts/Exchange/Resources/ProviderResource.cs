using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;

namespace Fulcrum.Contracts.Exchange.Resources;

/// <summary>A member that sells capacity, as it is.</summary>
public sealed record ProviderResource
{
    /// <summary>Identifier; the participant id of the control plane.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public string? Name { get; init; }

    /// <summary>Whether it takes new orders.</summary>
    public required LifecycleStatus Status { get; init; }

    /// <summary>Currency of all money here.</summary>
    public string Currency { get; init; } = Currencies.Euro;

    /// <summary>EUR per month, once per order that uses the provider.</summary>
    public decimal FeePerOrderMonthly { get; init; }

    /// <summary>Tariff for traffic that leaves; absent means free.</summary>
    public EgressDocument? Egress { get; init; }

    /// <summary>Facts with evidence.</summary>
    public SovereigntyProfile Sovereignty { get; init; } = SovereigntyProfile.None;

    /// <summary>Grows with every change; the entity tag.</summary>
    public required long Version { get; init; }

    /// <summary>Its pools.</summary>
    public ImmutableArray<string> ResourcePoolIds { get; init; } = [];

    /// <summary>Pools that have not yet acknowledged the present version.</summary>
    public long PendingPools { get; init; }

    /// <summary>Allocations in its pools that do not meet the gate of their order any more, as pools have last reported to the silo that answers.</summary>
    public long DriftedAllocations { get; init; }

    /// <summary>The provider as the outside sees it.</summary>
    public static ProviderResource From(ProviderView view) => new()
    {
        Id = view.Provider.Id,
        Name = view.Provider.Name,
        Status = view.Provider.Status,
        FeePerOrderMonthly = view.Provider.FeePerOrderMonthly,
        Egress = view.Provider.Egress,
        Sovereignty = view.Provider.Sovereignty,
        Version = view.Version,
        ResourcePoolIds = view.ResourcePoolIds,
        PendingPools = view.PendingPools,
        DriftedAllocations = view.DriftedAllocations,
    };
}
