namespace Fulcrum.Contracts.Identity;

/// <summary>Identifies a resource pool.</summary>
/// <param name="Value">The identifier as the outside knows it.</param>
[GenerateSerializer, Immutable, Alias("pool-id")]
public readonly record struct ResourcePoolId([property: Id(0)] string Value)
{
    private const string Prefix = "pool:";

    /// <summary>Key of the grain and of its stream. The prefix keeps keys that look like numbers or hexadecimal digits apart.</summary>
    public string Key => Prefix + Value;

    /// <summary>Reads a key back.</summary>
    /// <exception cref="FormatException">The key is of another kind.</exception>
    public static ResourcePoolId FromKey(string key) => new(GrainKeys.Strip(key, Prefix));

    /// <inheritdoc/>
    public override string ToString() => Value;
}
