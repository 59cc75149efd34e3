namespace Fulcrum.Solver.Sovereignty;

/// <summary>The member states of the European Union.</summary>
internal static class EuropeanUnion
{
    private static readonly HashSet<string> Members = new(
        ["AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE"],
        StringComparer.Ordinal);

    /// <summary>Whether a two-letter country is a member.</summary>
    public static bool Contains(string country) => Members.Contains(country);
}
