using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Quantities;
using Fulcrum.Grains.Pools;

namespace Fulcrum.Simulation.Tests.Model;

/// <summary>A pool as an accountant sees it who reads nothing but its events.</summary>
internal sealed class PoolModel(string key)
{
    private readonly Dictionary<Guid, PoolHeld> _held = [];
    private readonly Dictionary<Guid, PoolHeld> _allocated = [];
    private readonly HashSet<Guid> _released = [];
    private ResourcePoolDocument? _pool;
    private ProviderDocument? _provider;
    private long _configVersion;

    public string Key { get; } = key;

    public long ConfigVersion => _configVersion;

    public IReadOnlyDictionary<Guid, PoolHeld> Held => _held;

    public IReadOnlyDictionary<Guid, PoolHeld> Allocated => _allocated;

    public bool Claims(Guid attempt) => _held.ContainsKey(attempt) || _allocated.ContainsKey(attempt);

    /// <summary>Takes an event in; says what is wrong with it, if anything is.</summary>
    public string? Take(PoolEvent change)
    {
        switch (change)
        {
            case PoolConfigured configured:
                (_pool, _configVersion) = (configured.Pool, _configVersion + 1);
                return null;
            case PoolProviderChanged provider:
                (_provider, _configVersion) = (provider.Provider, _configVersion + (provider.ConfigChanged ? 1 : 0));
                return null;
            case PoolHeld held:
                return Hold(held);
            case PoolConfirmed confirmed:
                if (!_held.Remove(confirmed.Attempt, out PoolHeld? hold)) return "I2: confirmed what is not held";
                _allocated.Add(confirmed.Attempt, hold);
                return null;
            case PoolReleased released:
                _held.Remove(released.Attempt);
                _allocated.Remove(released.Attempt);
                _released.Add(released.Attempt);
                return null;
            default:
                return null;
        }
    }

    private string? Hold(PoolHeld held)
    {
        if (_released.Contains(held.Attempt)) return "I11: a released claim came to life again";
        if (Claims(held.Attempt)) return "I5: one claim was made twice";
        if (held.ConfigVersion != _configVersion) return $"I4: planned on configuration {held.ConfigVersion}, the pool knows {_configVersion}";
        if (_pool is not { Status: LifecycleStatus.Active } || _provider is not { Status: LifecycleStatus.Active }) return "I4: not active";
        _held.Add(held.Attempt, held);
        foreach (string resourceClass in held.Amounts.Keys)
        {
            InventoryDocument inventory = _pool.Inventories[resourceClass];
            decimal sellable = Math.Max(0, Math.Floor((inventory.Total - inventory.Reserved) * inventory.AllocationRatio));
            long claimed = _held.Values.Concat(_allocated.Values).Sum(claim => claim.Amounts.Of(resourceClass));
            if (claimed > sellable) return $"I1: {claimed} of {resourceClass} claimed, {sellable} can be sold";
        }

        return null;
    }
}
