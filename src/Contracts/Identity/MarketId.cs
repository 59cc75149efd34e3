namespace Fulcrum.Contracts.Identity;

/// <summary>Identifies a market.</summary>
/// <param name="Value">The identifier as the outside knows it.</param>
[GenerateSerializer, Immutable, Alias("market-id")]
public readonly record struct MarketId([property: Id(0)] string Value)
{
    private const string Prefix = "market:";

    /// <summary>The market of this deployment.</summary>
    public static MarketId Default { get; } = new("default");

    /// <summary>Key of the grain and of its stream. The prefix keeps keys that look like numbers or hexadecimal digits apart.</summary>
    public string Key => Prefix + Value;

    /// <summary>Reads a key back.</summary>
    /// <exception cref="FormatException">The key is of another kind.</exception>
    public static MarketId FromKey(string key) => new(GrainKeys.Strip(key, Prefix));

    /// <inheritdoc/>
    public override string ToString() => Value;
}
