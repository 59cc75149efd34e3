namespace Fulcrum.Silo.Http.Requests;

/// <summary>Metadata of an endpoint: it takes an idempotency key.</summary>
/// <param name="Description">When it is needed.</param>
internal sealed record TakesIdempotencyKey(string Description);
