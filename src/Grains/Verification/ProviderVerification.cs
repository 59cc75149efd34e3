using System.Text.Json;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Json;
using Fulcrum.Grains.Journaling;
using Fulcrum.Grains.Pools;
using Fulcrum.Grains.Providers;

namespace Fulcrum.Grains.Verification;

/// <summary>Verifies providers, and that their pools know what they have told.</summary>
internal sealed class ProviderVerification(IVerifiedStore store, PoolVerification pools, VerificationNotes notes, TimeProvider time) : StreamVerification<ProviderState, ProviderEvent>(store, notes, time)
{
    private readonly ILookup<string, (string Pool, KnownProvider Known)> _pools = pools.Providers.ToLookup(static pool => pool.Value.Provider, static pool => (pool.Key, pool.Value), StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>Notes pools whose provider has never existed; called after all providers.</summary>
    public void NoteOrphans()
    {
        foreach ((string pool, KnownProvider known) in _pools.Where(provider => !_seen.Contains(provider.Key)).SelectMany(static provider => provider))
        {
            Notes.Violation(VerificationCheck.Providers, new ResourcePoolId(pool).Key, $"Its provider '{known.Provider}' has no readable stream.");
        }
    }

    /// <inheritdoc/>
    protected override string Kind => StreamKinds.Provider;

    /// <inheritdoc/>
    protected override EventCodec<ProviderEvent> Codec => ProviderStreamRules.Codec;

    /// <inheritdoc/>
    protected override IStreamRules<ProviderState, ProviderEvent> Rules(string stream)
    {
        ProviderId.FromKey(stream);
        return new ProviderStreamRules();
    }

    /// <inheritdoc/>
    protected override async Task VerifiedAsync(VerifiedHead head, ProviderState state, CancellationToken cancellationToken)
    {
        string id = ProviderId.FromKey(head.Head.Stream).Value;
        _seen.Add(id);
        foreach ((string pool, KnownProvider known) in _pools[id])
        {
            Notes.Count(VerificationCheck.Providers);
            if (Fault(state, pool, known) is null) continue;
            if (await NowAsync(pool, cancellationToken) is { } now && Fault(state, pool, now) is { } fault) Notes.Violation(VerificationCheck.Providers, $"{head.Head.Stream} and {new ResourcePoolId(pool).Key}", fault);
        }
    }

    private static string? Fault(ProviderState state, string pool, KnownProvider known)
    {
        if (!state.Exists) return "The pool is on the market, its provider is not.";
        if (!state.Pools.TryGetValue(pool, out long acknowledged)) return "The pool is on the market, but not in its provider's list.";
        if (known.Version < acknowledged) return $"The pool has acknowledged version {acknowledged} and knows {known.Version}.";
        return known.Version == state.Version && known.Document != JsonSerializer.Serialize(state.Provider, FulcrumJson.Options) ? $"The pool knows another version {known.Version} than the provider has told." : null;
    }

    private async Task<KnownProvider?> NowAsync(string pool, CancellationToken cancellationToken)
    {
        PoolState? state = await pools.CurrentAsync(new ResourcePoolId(pool).Key, cancellationToken);
        return state is { OnMarket: true, Provider: { } provider } ? new KnownProvider(provider.Id, state.ProviderVersion, JsonSerializer.Serialize(provider, FulcrumJson.Options)) : null;
    }
}
