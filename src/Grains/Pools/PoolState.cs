using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Pools;
using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Grains.Pools;

/// <summary>A pool: its configuration, and the ledger of holds and allocations. Changed by events only.</summary>
internal sealed class PoolState
{
    private readonly Dictionary<Guid, Claim> _claims = [];
    private readonly SortedSet<(DateTimeOffset At, Guid Attempt)> _probes = [];
    private readonly SortedSet<Guid> _unchecked = [];
    private readonly SharedAmounts _shared = new();
    private long _drifted;

    /// <summary>Configuration; null while the pool has never existed.</summary>
    public ResourcePoolDocument? Pool { get; set; }

    /// <summary>Provider, once it has told.</summary>
    public ProviderDocument? Provider { get; set; }

    public long ProviderVersion { get; set; }

    /// <summary>Version of everything a plan depends on but what is claimed.</summary>
    public long ConfigVersion { get; set; }

    /// <summary>Last configuration version that changed facts, traits, place or a suspension.</summary>
    public long GateVersion { get; set; }

    /// <summary>When that was.</summary>
    public DateTimeOffset GateChangedAt { get; set; }

    /// <summary>Version of the ledger.</summary>
    public long Generation { get; set; }

    /// <summary>Generation at which anything but claims last changed.</summary>
    public long ConfiguredAt { get; set; }

    public bool Retired { get; set; }

    /// <summary>What can be sold, per class.</summary>
    public SortedMap<long> Sellable { get; set; } = [];

    public Tombstones Tombstones { get; } = new();

    public IReadOnlyDictionary<Guid, Claim> Claims => _claims;

    /// <summary>Holds, those to be asked about first in front.</summary>
    public IEnumerable<(DateTimeOffset At, Guid Attempt)> Probes => _probes;

    public DateTimeOffset? NextProbe => _probes.Count == 0 ? null : _probes.Min.At;

    /// <summary>Allocations whose order is to say whether it still complies; none while the pool is suspended, since nothing complies then.</summary>
    public IEnumerable<Guid> Unchecked => Suspended ? [] : _unchecked;

    /// <summary>Whether the order of a claim is to say something about it.</summary>
    public bool AwaitsOrder(Guid attempt) => _claims.GetValueOrDefault(attempt) is HeldClaim || (!Suspended && _unchecked.Contains(attempt));

    /// <summary>When somebody must look at it again.</summary>
    public DateTimeOffset? NextDue => !Suspended && _unchecked.Count > 0 && !(NextProbe < GateChangedAt) ? GateChangedAt : NextProbe;

    public int Holds => _probes.Count;

    /// <summary>Allocations that do not meet the gate of their order.</summary>
    public long Drifted => Suspended ? _claims.Count - Holds : _drifted;

    public int Allocations => _claims.Count - Holds;

    /// <summary>What is held, per class.</summary>
    public SortedMap<long> Held { get; private set; } = [];

    /// <summary>What is allocated, per class.</summary>
    public SortedMap<long> Allocated { get; private set; } = [];

    /// <summary>Classes of which more is claimed than can be sold.</summary>
    public ImmutableArray<string> Overcommitted => [.. Held.Plus(Allocated).Keys.Where(IsOvercommitted)];

    /// <summary>Whether the pool exists and its provider is known.</summary>
    public bool OnMarket => Pool is not null && Provider is not null && !Retired;

    /// <summary>Whether it takes new claims.</summary>
    public bool Active => OnMarket && Pool!.Status == LifecycleStatus.Active && Provider!.Status == LifecycleStatus.Active;

    /// <summary>Whether the pool or its provider is suspended.</summary>
    public bool Suspended => Pool?.Status == LifecycleStatus.Suspended || Provider?.Status == LifecycleStatus.Suspended;

    /// <summary>Holds whose order has not yet said whether it still complies.</summary>
    public long Unsettled => _probes.Count(probe => _claims[probe.Attempt].ConfigVersion < GateVersion);

    /// <summary>What is held and allocated of a class.</summary>
    public long Claimed(string resourceClass) =>
        Held.Of(resourceClass) + Allocated.Of(resourceClass);

    public bool IsOvercommitted(string resourceClass) => Claimed(resourceClass) > Sellable.Of(resourceClass);

    public void AddHold(Guid attempt, HeldClaim hold)
    {
        _claims.Add(attempt, hold);
        _probes.Add((hold.ProbeAt, attempt));
        Held = Held.Plus(hold.Amounts);
    }

    public void AddAllocation(Guid attempt, Claim allocation)
    {
        _claims.Add(attempt, allocation);
        if (allocation.ConfigVersion < GateVersion) _unchecked.Add(attempt);
        if (allocation.Drifted) _drifted++;
        Allocated = Allocated.Plus(allocation.Amounts);
    }

    public void Allocate(Guid attempt)
    {
        Claim hold = Remove(attempt)!;
        AddAllocation(attempt, new Claim(hold.Order, hold.Amounts, hold.ConfigVersion));
    }

    public Claim? Remove(Guid attempt)
    {
        if (!_claims.Remove(attempt, out Claim? claim)) return null;
        if (claim is HeldClaim hold) _probes.Remove((hold.ProbeAt, attempt));
        _unchecked.Remove(attempt);
        if (claim.Drifted) _drifted--;
        if (claim is HeldClaim) Held = Held.Minus(claim.Amounts);
        else Allocated = Allocated.Minus(claim.Amounts);
        return claim;
    }

    public void Postpone(Guid attempt, DateTimeOffset probeAt)
    {
        HeldClaim hold = (HeldClaim)_claims[attempt];
        _probes.Remove((hold.ProbeAt, attempt));
        hold.ProbeAt = probeAt;
        _probes.Add((probeAt, attempt));
    }

    /// <summary>Has every hold asked about now, and every allocation.</summary>
    public void AskAll(DateTimeOffset now)
    {
        GateChangedAt = now;
        foreach ((DateTimeOffset _, Guid attempt) in _probes.ToArray()) Postpone(attempt, now);
        _unchecked.UnionWith(_claims.Where(static claim => claim.Value is not HeldClaim).Select(static claim => claim.Key));
    }

    /// <summary>Takes over what the order of an allocation has said of a configuration.</summary>
    public void Judge(Guid attempt, long version, bool complies)
    {
        Claim allocation = _claims[attempt];
        if (allocation.Drifted == complies) _drifted += complies ? -1 : 1;
        (allocation.ConfigVersion, allocation.Drifted) = (version, !complies);
        if (version >= GateVersion) _unchecked.Remove(attempt);
    }

    public SortedMap<long> Share(SortedMap<long> amounts) => _shared.Share(amounts);

    /// <summary>What others know of the pool; null while it has never existed.</summary>
    public PoolSummary? Summarize() => Pool is null ? null : new PoolSummary
    {
        Pool = Pool,
        Provider = Provider,
        ProviderVersion = ProviderVersion,
        ConfigVersion = ConfigVersion,
        Generation = Generation,
        Sellable = Sellable,
        Held = Held,
        Allocated = Allocated,
        Overcommitted = Overcommitted,
        Holds = Holds,
        Allocations = Allocations,
        Retired = Retired,
        Drifted = Drifted,
    };
}
