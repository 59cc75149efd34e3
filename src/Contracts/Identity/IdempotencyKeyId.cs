using System.Security.Cryptography;
using System.Text;

namespace Fulcrum.Contracts.Identity;

/// <summary>Identifies an idempotency key of a tenant.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Hash">Hash of the key as it was sent.</param>
[GenerateSerializer, Immutable, Alias("idempotency-key-id")]
public readonly record struct IdempotencyKeyId([property: Id(0)] string Tenant, [property: Id(1)] string Hash)
{
    /// <summary>Key of the grain and of its stream.</summary>
    public string Key => $"key:{Tenant}/h{Hash}";

    /// <summary>The identity of a key as it was sent.</summary>
    public static IdempotencyKeyId Of(string tenant, string key) => new(tenant, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16)));
}
