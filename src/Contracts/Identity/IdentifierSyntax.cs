using System.Text.RegularExpressions;

namespace Fulcrum.Contracts.Identity;

/// <summary>What identifiers look like.</summary>
public static partial class IdentifierSyntax
{
    /// <summary>Most characters of an identifier.</summary>
    public const int LengthMax = 100;

    /// <summary>What to tell somebody whose identifier was refused.</summary>
    public const string Description = "1 to 100 characters: letters, digits, '.', '_' and '-', beginning with a letter or digit";

    /// <summary>Whether a text is an identifier.</summary>
    public static bool IsValid(string? text) => text is not null && Pattern().IsMatch(text);

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,99}\z")]
    private static partial Regex Pattern();
}
