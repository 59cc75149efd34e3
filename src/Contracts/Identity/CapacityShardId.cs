using System.Globalization;

namespace Fulcrum.Contracts.Identity;

/// <summary>Identifies a capacity shard.</summary>
/// <param name="Number">Number of the shard, from 0.</param>
[GenerateSerializer, Immutable, Alias("shard-id")]
public readonly record struct CapacityShardId([property: Id(0)] int Number)
{
    private const string Prefix = "shard:n";

    /// <summary>Key of the grain. The prefix ends in a letter that is no hexadecimal digit.</summary>
    public string Key => Prefix + Number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads a key back.</summary>
    /// <exception cref="FormatException">The key is of another kind.</exception>
    public static CapacityShardId FromKey(string key) => new(int.Parse(GrainKeys.Strip(key, Prefix), CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public override string ToString() => Key;
}
