using Fulcrum.Contracts.Exchange;
using Fulcrum.Grains.Actors;
using Fulcrum.Grains.Journaling;
using Orleans.Concurrency;

namespace Fulcrum.Grains.Requests;

/// <summary>Remembers which request an idempotency key was used for.</summary>
[Reentrant]
internal sealed class IdempotencyKeyGrain(ActorHost host) : Grain, IIdempotencyKeyGrain
{
    private Journal<IdempotencyKeyState, IdempotencyKeyTaken>? _journal;

    /// <inheritdoc/>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => _journal?.DrainAsync() ?? Task.CompletedTask;

    /// <inheritdoc/>
    public async Task<bool> TakeAsync(RequestContext context)
    {
        Journal<IdempotencyKeyState, IdempotencyKeyTaken> journal = _journal ?? await LoadAsync(context.Caller.Tenant);
        return await journal.ExecuteAsync(context.CommandId, (state, _) => IdempotencyKeyRules.Take(state, context.Fingerprint), static _ => true);
    }

    private async Task<Journal<IdempotencyKeyState, IdempotencyKeyTaken>> LoadAsync(string tenant)
    {
        Journal<IdempotencyKeyState, IdempotencyKeyTaken> journal = new(
            this.GetPrimaryKeyString(), new IdempotencyKeyRules(tenant), IdempotencyKeyRules.Codec, host.ServicesFor("Fulcrum.Grains.Requests", DeactivateOnIdle), static _ => { });
        await journal.ActivateAsync();
        return _journal ??= journal;
    }
}
