using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Identity;
using Fulcrum.Grains.Actors;

namespace Fulcrum.Grains.Gateway;

/// <summary>Lets a request with an idempotency key through only if the key was not used for another request.</summary>
internal sealed class IdempotencyGate(IGrainFactory grains)
{
    private readonly GrainFinder<IIdempotencyKeyGrain> _keys = new(grains);

    /// <summary>Carries out a request once its key is taken for it.</summary>
    public async Task<Answer<T>> OnceAsync<T>(RequestContext context, Func<Task<Answer<T>>> carryOut)
    {
        if (context.IdempotencyKey is not { } key) return await carryOut();
        IdempotencyKeyId id = IdempotencyKeyId.Of(context.Caller.Tenant, key);
        return await _keys[id.Key].TakeAsync(context with { CommandId = Guid.NewGuid() })
            ? await carryOut()
            : Answers.Failed<T>(ErrorCodes.IdempotencyMismatch, "The idempotency key was used with another request. Use a new key for a new request.");
    }
}
