using System.Text.Json;
using System.Text.RegularExpressions;
using Fulcrum.Contracts.Documents;

namespace Fulcrum.Contracts.Reading;

/// <summary>What the keys of JSON maps may be. Each rule answers null for a good key, else what is wrong with it.</summary>
internal static partial class NameRules
{
    private const int SealObjectives = 8;

    private static readonly string[] Seals = [.. Enumerable.Range(1, SealObjectives).Select(static number => $"SOV-{number}")];
    private static readonly string[] Terms = [.. Enum.GetNames<ObjectiveTerm>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    /// <summary>A resource class: <c>vcpu</c>, <c>memoryMiB</c>, <c>gpu.h100</c>.</summary>
    public static string? ResourceClass(string key) => ResourceClassPattern().IsMatch(key)
        ? null
        : "is no resource class: 1 to 64 letters, digits, '.', '_' and '-', beginning with a lower-case letter.";

    /// <summary>An objective of the EU Cloud Sovereignty Framework.</summary>
    public static string? SealObjective(string key) => OneOf(key, Seals);

    /// <summary>A term of the objective.</summary>
    public static string? Term(string key) => OneOf(key, Terms);

    /// <summary>Any text.</summary>
    public static string? Any(string key) =>
        key.Length <= DocumentLimits.TextLengthMax ? null : $"is longer than {DocumentLimits.TextLengthMax} characters.";

    private static string? OneOf(string key, string[] known) => known.Contains(key, StringComparer.Ordinal)
        ? null
        : $"must be one of {string.Join(", ", known)}.{NearestName.Hint(key, known)}";

    [GeneratedRegex(@"\A[a-z][A-Za-z0-9._-]{0,63}\z")]
    private static partial Regex ResourceClassPattern();
}
