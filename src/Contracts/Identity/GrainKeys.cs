namespace Fulcrum.Contracts.Identity;

/// <summary>Reads prefixed grain keys.</summary>
internal static class GrainKeys
{
    /// <summary>Removes the prefix of a key.</summary>
    /// <exception cref="FormatException">The key does not begin with it.</exception>
    public static string Strip(string key, string prefix) => key.StartsWith(prefix, StringComparison.Ordinal)
        ? key[prefix.Length..]
        : throw new FormatException($"The key '{key}' does not begin with '{prefix}'.");
}
