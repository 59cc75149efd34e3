using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Supplies;

/// <summary>Compares facts by what they state, lists in their order.</summary>
internal sealed class FactContentComparer : IEqualityComparer<SovereigntyFacts>
{
    /// <summary>The comparer.</summary>
    public static FactContentComparer Instance { get; } = new();

    /// <inheritdoc/>
    public bool Equals(SovereigntyFacts? x, SovereigntyFacts? y) => ReferenceEquals(x, y)
        || (x is not null && y is not null && x.Seat == y.Seat && x.KeyCustody == y.KeyCustody
            && Same(x.Controllers, y.Controllers) && Same(x.StaffCountries, y.StaffCountries) && Same(x.RemoteAdministrationFrom, y.RemoteAdministrationFrom)
            && Same(x.DataCountries, y.DataCountries) && Same(x.Certificates, y.Certificates, Same) && Same(x.Seal, y.Seal));

    /// <inheritdoc/>
    public int GetHashCode(SovereigntyFacts facts)
    {
        HashCode hash = default;
        hash.Add(facts.Seat, StringComparer.Ordinal);
        hash.Add(facts.KeyCustody, StringComparer.Ordinal);
        hash.Add(facts.Controllers?.Count);
        foreach (string country in facts.DataCountries ?? []) hash.Add(country, StringComparer.Ordinal);
        foreach (Certificate certificate in facts.Certificates ?? [])
        {
            hash.Add(certificate.Scheme, StringComparer.Ordinal);
            hash.Add(certificate.ValidTo);
        }

        return hash.ToHashCode();
    }

    private static bool Same(Certificate x, Certificate y) =>
        x.Scheme == y.Scheme && x.Level == y.Level && Same(x.Scopes, y.Scopes) && x.ValidFrom == y.ValidFrom && x.ValidTo == y.ValidTo;

    private static bool Same<T>(IReadOnlyList<T>? x, IReadOnlyList<T>? y) => Same(x, y, EqualityComparer<T>.Default.Equals);

    private static bool Same<T>(IReadOnlyList<T>? x, IReadOnlyList<T>? y, Func<T, T, bool> areSame)
    {
        if (x is null || y is null) return x is null && y is null;
        if (x.Count != y.Count) return false;
        for (int i = 0; i < x.Count; i++)
        {
            if (!areSame(x[i], y[i])) return false;
        }

        return true;
    }

    private static bool Same(IReadOnlyDictionary<string, int>? x, IReadOnlyDictionary<string, int>? y) => x is null || y is null
        ? x is null && y is null
        : x.Count == y.Count && x.All(entry => y.TryGetValue(entry.Key, out int level) && level == entry.Value);
}
