namespace Fulcrum.Contracts.Exchange;

/// <summary>Remembers which request an idempotency key was used for. Key: <c>key:tenant/hash</c>.</summary>
[Alias("fulcrum.idempotency-key")]
public interface IIdempotencyKeyGrain : IGrainWithStringKey
{
    /// <summary>Takes the key for a request; answers whether it was free or taken by the same request.</summary>
    [Alias("take")]
    Task<bool> TakeAsync(RequestContext context);
}
