using System.Security.Cryptography;
using System.Text;

namespace Fulcrum.Contracts.Identity;

/// <summary>Identifies an order inside the tenant that placed it.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Value">The identifier as the tenant knows it.</param>
[GenerateSerializer, Immutable, Alias("order-id")]
public readonly record struct OrderId([property: Id(0)] string Tenant, [property: Id(1)] string Value)
{
    private const string Prefix = "order:";
    private const char Separator = '/';
    private const int DerivedBytes = 16;

    /// <summary>Key of the grain and of its stream: <c>order:tenant/id</c>, so that one tenant never meets another's order.</summary>
    public string Key => Prefix + Tenant + Separator + Value;

    /// <summary>Reads a key back.</summary>
    /// <exception cref="FormatException">The key is of another kind.</exception>
    public static OrderId FromKey(string key)
    {
        string rest = GrainKeys.Strip(key, Prefix);
        int separator = rest.IndexOf(Separator, StringComparison.Ordinal);
        return separator < 0 ? throw new FormatException($"The key '{key}' names no tenant.") : new OrderId(rest[..separator], rest[(separator + 1)..]);
    }

    /// <summary>The identifier of an order that was placed without one: the same tenant and idempotency key give the same order.</summary>
    public static OrderId FromIdempotencyKey(string tenant, string idempotencyKey)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{tenant.Length}:{tenant}:{idempotencyKey}"));
        return new OrderId(tenant, "ord-" + Convert.ToHexStringLower(hash.AsSpan(0, DerivedBytes)));
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
