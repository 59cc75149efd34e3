using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Grains.Verification;

/// <summary>Writes amounts so that equal amounts are equal texts.</summary>
internal static class Amounts
{
    /// <summary>For example <c>2 memoryMiB, 4 vcpu</c>.</summary>
    public static string InWords(SortedMap<long> amounts) => string.Join(", ", amounts.Select(static amount => $"{amount.Value} {amount.Key}"));
}
