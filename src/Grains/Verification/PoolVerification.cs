using System.Text.Json;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Json;
using Fulcrum.Grains.Journaling;
using Fulcrum.Grains.Pools;

namespace Fulcrum.Grains.Verification;

/// <summary>Verifies pools: recomputes every ledger, and keeps its claims for the comparison with orders.</summary>
internal sealed class PoolVerification(IVerifiedStore store, IClaimScratch scratch, VerificationNotes notes, TimeProvider time) : StreamVerification<PoolState, PoolEvent>(store, notes, time)
{
    private readonly LedgerAudit _audit = new(notes);

    /// <summary>What each pool on the market knows of its provider, by pool.</summary>
    public Dictionary<string, KnownProvider> Providers { get; } = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    protected override string Kind => StreamKinds.Pool;

    /// <inheritdoc/>
    protected override EventCodec<PoolEvent> Codec => PoolRules.Codec;

    /// <inheritdoc/>
    protected override IStreamRules<PoolState, PoolEvent> Rules(string stream)
    {
        ResourcePoolId.FromKey(stream);
        return PoolRules.Instance;
    }

    /// <inheritdoc/>
    protected override void Judge(string stream, PoolState state, PoolEvent change, StoredEvent stored) => _audit.Judge(stream, state, change, stored);

    /// <inheritdoc/>
    protected override VerifiedHead Comparable(VerifiedHead head, HeadFields expected)
    {
        try
        {
            HeadFields fields = head.Head.Fields;
            return PoolFigures.Read(fields with { Figures = expected.Figures }) is { } summary ? head with { Head = head.Head with { Fields = fields with { Summary = Summaries.Write(summary) } } } : head;
        }
        catch (JsonException)
        {
            return head;
        }
    }

    /// <inheritdoc/>
    protected override HeadFields Expected(IStreamRules<PoolState, PoolEvent> rules, PoolState state) =>
        rules.Head(state, 0) with { Summary = state.Summarize() is { } summary ? Summaries.Write(summary) : null };

    /// <inheritdoc/>
    protected override DateTimeOffset? Due(HeadFields expected, PoolState state) => state.NextProbe;

    /// <inheritdoc/>
    protected override ReadOnlyMemory<byte> Normal(ReadOnlyMemory<byte> snapshot)
    {
        PoolSnapshot read = JsonSerializer.Deserialize<PoolSnapshot>(snapshot.Span, FulcrumJson.Options)!;
        return JsonSerializer.SerializeToUtf8Bytes(read with
        {
            Claims = [.. read.Claims.OrderBy(static claim => claim.Attempt)],
            Tombstones = read.Tombstones.OrderBy(static tombstone => tombstone.Key).ToDictionary(),
        }, FulcrumJson.Options);
    }

    /// <inheritdoc/>
    protected override Task VerifiedAsync(VerifiedHead head, PoolState state, CancellationToken cancellationToken)
    {
        ResourcePoolId id = ResourcePoolId.FromKey(head.Head.Stream);
        Notes.Count(VerificationCheck.Ledgers);
        _audit.Totals(head.Head.Stream, state);
        scratch.Add(state.Claims.Select(claim => ClaimOf(id.Value, claim.Key, claim.Value)));
        if (state is { OnMarket: true, Provider: { } provider, Pool: { } pool }) Providers[id.Value] = new KnownProvider(pool.ProviderId, state.ProviderVersion, JsonSerializer.Serialize(provider, FulcrumJson.Options));
        return Task.CompletedTask;
    }

    /// <summary>A claim as it is compared with its order.</summary>
    public static PoolClaim ClaimOf(string pool, Guid attempt, Claim claim) => new(pool, attempt, claim.Order, claim is not HeldClaim, Amounts.InWords(claim.Amounts));
}
