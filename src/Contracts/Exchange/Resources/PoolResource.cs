using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Pools;
using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Contracts.Exchange.Resources;

/// <summary>A resource pool as it is: what it was configured to be, and what is claimed of it.</summary>
public sealed record PoolResource
{
    /// <summary>Identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The member that sells it.</summary>
    public required string ProviderId { get; init; }

    /// <summary>Where it is.</summary>
    public required string LocationId { get; init; }

    /// <summary>Zone inside the location.</summary>
    public string? Zone { get; init; }

    /// <summary>Agent of the control plane that provisions here.</summary>
    public string? AgentId { get; init; }

    /// <summary>Whether it takes new orders.</summary>
    public required LifecycleStatus Status { get; init; }

    /// <summary>Capabilities without a quantity.</summary>
    public ImmutableArray<string> Traits { get; init; } = [];

    /// <summary>What this pool states differently from its provider.</summary>
    public SovereigntyProfile Sovereignty { get; init; } = SovereigntyProfile.None;

    /// <summary>Inventory per resource class.</summary>
    public SortedMap<InventoryDocument> Inventories { get; init; } = [];

    /// <summary>Currency of all money here.</summary>
    public string Currency { get; init; } = Currencies.Euro;

    /// <summary>EUR per unit-hour per class, for free-form amounts.</summary>
    public SortedMap<decimal>? PriceBook { get; init; }

    /// <summary>Shapes for sale.</summary>
    public ImmutableArray<OfferDocument> Offers { get; init; } = [];

    /// <summary>Version of the configuration; the entity tag.</summary>
    public required long ConfigVersion { get; init; }

    /// <summary>Version of the ledger; grows with every change, also with every claim.</summary>
    public required long Generation { get; init; }

    /// <summary>Version of the provider that the pool knows.</summary>
    public long ProviderVersion { get; init; }

    /// <summary>What is sellable, held, allocated and free, per class.</summary>
    public SortedMap<ClassCapacity> Capacity { get; init; } = [];

    /// <summary>Classes of which more is claimed than can be sold.</summary>
    public ImmutableArray<string> Overcommitted { get; init; } = [];

    /// <summary>Number of holds.</summary>
    public long Holds { get; init; }

    /// <summary>Number of allocations.</summary>
    public long Allocations { get; init; }

    /// <summary>Whether the pool is off the market for ever.</summary>
    public bool Retired { get; init; }

    /// <summary>The pool as the outside sees it.</summary>
    public static PoolResource From(PoolSummary summary) => FromDocument(summary.Pool) with
    {
        ConfigVersion = summary.ConfigVersion,
        Generation = summary.Generation,
        ProviderVersion = summary.ProviderVersion,
        Capacity = CapacityOf(summary),
        Overcommitted = summary.Overcommitted,
        Holds = summary.Holds,
        Allocations = summary.Allocations,
        Retired = summary.Retired,
    };

    private static PoolResource FromDocument(ResourcePoolDocument pool) => new()
    {
        Id = pool.Id,
        ProviderId = pool.ProviderId,
        LocationId = pool.LocationId,
        Zone = pool.Zone,
        AgentId = pool.AgentId,
        Status = pool.Status,
        Traits = pool.Traits,
        Sovereignty = pool.Sovereignty,
        Inventories = pool.Inventories,
        PriceBook = pool.PriceBook,
        Offers = pool.Offers,
        ConfigVersion = 0,
        Generation = 0,
    };

    private static SortedMap<ClassCapacity> CapacityOf(PoolSummary summary) =>
        summary.Sellable.Keys.Union(summary.Held.Keys).Union(summary.Allocated.Keys)
            .Select(name => KeyValuePair.Create(name, CapacityOf(summary, name)))
            .ToSortedMap();

    private static ClassCapacity CapacityOf(PoolSummary summary, string resourceClass)
    {
        (long sellable, long held, long allocated) = (summary.Sellable.Of(resourceClass), summary.Held.Of(resourceClass), summary.Allocated.Of(resourceClass));
        return new ClassCapacity { Sellable = sellable, Held = held, Allocated = allocated, Free = Math.Max(0, sellable - held - allocated) };
    }
}
