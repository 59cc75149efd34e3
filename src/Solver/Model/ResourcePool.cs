namespace Fulcrum.Solver.Model;

/// <summary>Capacity of one provider at one location that can be sold.</summary>
public sealed record ResourcePool
{
    /// <summary>Identifier, unique in the market.</summary>
    public required string Id { get; init; }

    /// <summary>Index into <see cref="PlacementProblem.Providers"/>.</summary>
    public required int Provider { get; init; }

    /// <summary>Index into <see cref="Market.Locations"/>.</summary>
    public required int Location { get; init; }

    /// <summary>Zone inside the location; a pool without one is a zone of its own.</summary>
    public string? Zone { get; init; }

    /// <summary>Only active pools are eligible.</summary>
    public LifecycleStatus Status { get; init; } = LifecycleStatus.Active;

    /// <summary>Capabilities without a quantity.</summary>
    public IReadOnlySet<string> Traits { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>What this pool states differently from its provider.</summary>
    public SovereigntyOverride? Override { get; init; }

    /// <summary>Inventory per resource class.</summary>
    public required IReadOnlyDictionary<string, Inventory> Inventories { get; init; }

    /// <summary>EUR per unit-hour per class, exact; null when the pool sells no free-form amounts.</summary>
    public IReadOnlyDictionary<string, decimal>? PriceBook { get; init; }

    /// <summary>Shapes the pool sells; plans refer to them by index.</summary>
    public IReadOnlyList<Offer> Offers { get; init; } = [];

    /// <summary>Version of the pool's ledger that <see cref="Inventory.Claimed"/> belongs to.</summary>
    public long Generation { get; init; }

    /// <summary>Version of the pool's configuration.</summary>
    public long ConfigVersion { get; init; }

    /// <summary>Whether another pool differs from this one in nothing but what is claimed of it and its versions. False where equal parts are different objects.</summary>
    internal bool SellsTheSame(ResourcePool other) =>
        Id == other.Id && Provider == other.Provider && Location == other.Location && Zone == other.Zone && Status == other.Status
        && ReferenceEquals(Traits, other.Traits) && ReferenceEquals(Override, other.Override)
        && ReferenceEquals(PriceBook, other.PriceBook) && ReferenceEquals(Offers, other.Offers)
        && Inventories.Count == other.Inventories.Count
        && Inventories.All(entry => other.Inventories.TryGetValue(entry.Key, out Inventory? inventory) && inventory with { Claimed = entry.Value.Claimed } == entry.Value);
}
