using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Exact;
using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Supplies;

/// <summary>What the pools of a market can sell, as columns (struct of arrays). Built once, shared by any number of problems and threads; immutable.</summary>
/// <remarks>What repeats is numbered – sets of traits, facts, shapes, unit limits – so that a rule judges each once and a pool by looking its number up.</remarks>
public sealed class Supply
{
    private readonly SupplyDigest _digest;

    private Supply(Market market, IReadOnlyList<Provider> providers, IReadOnlyList<ResourcePool> pools)
    {
        (Market, Providers, Pools) = (market, providers, pools);
        foreach (string resourceClass in pools.SelectMany(pool => pool.Inventories.Keys)) _ = ClassNumbers[resourceClass];
        Classes = [.. ClassNumbers.Values.Select(resourceClass => ClassColumn.Of(pools, resourceClass))];
        Books = [.. ClassNumbers.Values.Select(resourceClass => BookColumn.Of(pools, resourceClass))];
        Offers = OfferColumns.Of(pools, ClassNumbers, Classes);
        Matches = new MatchMemory(pools.Count, Offers.Lists);
        Domains = new DomainColumns(market, pools);
        (Statuses, HasInactive) = StatusesOf(providers, pools);
        (TraitSetOf, TraitSets) = TraitsOf(pools);
        Facts = new FactColumns(providers, pools, Domains);
        Charges = new ProviderColumns(providers);
        IdHashOf = [.. pools.Select(pool => StableHash.Of(pool.Id))];
        _digest = new SupplyDigest(market, providers, pools);
    }

    private Supply(Supply before, IReadOnlyList<ResourcePool> pools, IReadOnlyCollection<int> changed)
    {
        (Market, Providers, Pools) = (before.Market, before.Providers, pools);
        ClassNumbers = before.ClassNumbers;
        Classes = [.. before.Classes.Select((column, number) => column.With(pools, ClassNumbers.Values[number], changed))];
        Books = before.Books;
        (Offers, Matches) = (before.Offers, before.Matches);
        Domains = before.Domains;
        (Statuses, HasInactive) = (before.Statuses, before.HasInactive);
        (TraitSetOf, TraitSets) = (before.TraitSetOf, before.TraitSets);
        Facts = before.Facts;
        Charges = before.Charges;
        IdHashOf = before.IdHashOf;
        _digest = before._digest.With(pools, changed);
    }

    /// <summary>Locations and latencies.</summary>
    public Market Market { get; }

    /// <summary>Members; pools refer to them by index.</summary>
    public IReadOnlyList<Provider> Providers { get; }

    /// <summary>Pools, in the order of the columns.</summary>
    public IReadOnlyList<ResourcePool> Pools { get; }

    /// <summary>Bytes that the columns take; the pools themselves are not counted.</summary>
    public long ColumnBytes =>
        Classes.Sum(column => column.Bytes) + Books.Sum(column => column.Bytes) + Offers.Bytes + Domains.Bytes
        + ((long)Pools.Count * (sizeof(byte) + sizeof(int) + sizeof(int) + sizeof(ulong)));

    /// <summary>Numbers of the resource classes that some pool has.</summary>
    internal Interner<string> ClassNumbers { get; } = new(StringComparer.Ordinal);

    /// <summary>Free amounts and unit limits, by class.</summary>
    internal ClassColumn[] Classes { get; }

    /// <summary>Price-book prices, by class.</summary>
    internal BookColumn[] Books { get; }

    /// <summary>Offers.</summary>
    internal OfferColumns Offers { get; }

    /// <summary>How the amounts asked for last are served.</summary>
    internal MatchMemory Matches { get; }

    /// <summary>Domains.</summary>
    internal DomainColumns Domains { get; }

    /// <summary>By pool: 0 active, 1 and 2 the provider is draining or suspended, 3 and 4 the pool is.</summary>
    internal int[] Statuses { get; }

    /// <summary>Whether some status is not 0.</summary>
    internal bool HasInactive { get; }

    /// <summary>Number of the set of traits, by pool.</summary>
    internal int[] TraitSetOf { get; }

    /// <summary>The sets of traits by number.</summary>
    internal IReadOnlyList<IReadOnlySet<string>> TraitSets { get; }

    /// <summary>Sovereignty facts.</summary>
    internal FactColumns Facts { get; }

    /// <summary>Fees and egress, by provider.</summary>
    internal ProviderColumns Charges { get; }

    /// <summary>What each provider charges for egress, by provider; null is free.</summary>
    internal IReadOnlyList<EgressCharge?> Egress => Charges.Egress;

    /// <summary>No provider charges more for a MiB, micro-EUR rounded up.</summary>
    internal Int128 LargestEgressMicrosPerMiB => Charges.LargestEgressMicrosPerMiB;

    /// <summary>Hash of the id, by pool.</summary>
    internal ulong[] IdHashOf { get; }

    /// <summary>SHA-256 of everything above in canonical form.</summary>
    internal ReadOnlySpan<byte> Digest => _digest.Value;

    /// <summary>Reads a market.</summary>
    public static Supply Of(Market market, IReadOnlyList<Provider> providers, IReadOnlyList<ResourcePool> pools)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(providers);
        ArgumentNullException.ThrowIfNull(pools);
        return new Supply(market, providers, pools);
    }

    /// <summary>The same market after some pools have changed. Cheap when only what is claimed of them has.</summary>
    /// <param name="pools">All pools, in the same order.</param>
    /// <param name="changed">Positions of the pools that are not what they were.</param>
    public Supply With(IReadOnlyList<ResourcePool> pools, IReadOnlyCollection<int> changed)
    {
        ArgumentNullException.ThrowIfNull(pools);
        ArgumentNullException.ThrowIfNull(changed);
        return pools.Count == Pools.Count && changed.All(pool => Pools[pool].SellsTheSame(pools[pool]))
            ? new Supply(this, pools, changed)
            : new Supply(Market, Providers, pools);
    }

    /// <summary>The supply of a problem: the one it brings along if that is of its market, providers and pools, else a new one.</summary>
    internal static Supply Of(PlacementProblem problem) => problem.Supply is { } supply
        && ReferenceEquals(supply.Market, problem.Market) && ReferenceEquals(supply.Providers, problem.Providers) && ReferenceEquals(supply.Pools, problem.Pools)
            ? supply
            : new Supply(problem.Market, problem.Providers, problem.Pools);

    /// <summary>Units of a class that a pool can still sell.</summary>
    internal long Free(int pool, string resourceClass) => ClassNumbers.Find(resourceClass) is >= 0 and int number ? Classes[number].Free[pool] : 0;

    /// <summary>Replicas that the free amounts of a pool hold, at most so many.</summary>
    internal int Fit(int pool, IReadOnlyDictionary<string, long> consumption, int most)
    {
        long fit = most;
        foreach ((string resourceClass, long amount) in consumption)
        {
            if (amount > 0) fit = Math.Min(fit, Free(pool, resourceClass) / amount);
        }

        return (int)fit;
    }

    private static (int[] Statuses, bool HasInactive) StatusesOf(IReadOnlyList<Provider> providers, IReadOnlyList<ResourcePool> pools)
    {
        int[] statuses = [.. pools.Select(pool =>
            providers[pool.Provider].Status != LifecycleStatus.Active ? (int)providers[pool.Provider].Status
            : pool.Status != LifecycleStatus.Active ? 2 + (int)pool.Status
            : 0)];
        return (statuses, statuses.Any(status => status != 0));
    }

    private static (int[] SetOf, IReadOnlyList<IReadOnlySet<string>> Sets) TraitsOf(IReadOnlyList<ResourcePool> pools)
    {
        Interner<string> numbers = new(StringComparer.Ordinal);
        List<IReadOnlySet<string>> sets = [];
        Dictionary<object, int> byReference = new(ReferenceEqualityComparer.Instance);
        int[] setOf = new int[pools.Count];
        for (int pool = 0; pool < setOf.Length; pool++)
        {
            IReadOnlySet<string> traits = pools[pool].Traits;
            if (!byReference.TryGetValue(traits, out int number))
            {
                byReference[traits] = number = numbers[string.Join('\n', traits.Order(StringComparer.Ordinal))];
                if (number == sets.Count) sets.Add(traits);
            }

            setOf[pool] = number;
        }

        return (setOf, sets);
    }
}
