using System.Runtime.CompilerServices;
using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Supplies;

/// <summary>Compares (provider, country, override); overrides by reference, since equal ones of two objects are rare.</summary>
internal sealed class FactsComparer : IEqualityComparer<(int Provider, int Country, SovereigntyOverride? Override)>
{
    /// <summary>The comparer.</summary>
    public static FactsComparer Instance { get; } = new();

    public bool Equals((int Provider, int Country, SovereigntyOverride? Override) x, (int Provider, int Country, SovereigntyOverride? Override) y) =>
        x.Provider == y.Provider && x.Country == y.Country && ReferenceEquals(x.Override, y.Override);

    public int GetHashCode((int Provider, int Country, SovereigntyOverride? Override) value) =>
        HashCode.Combine(value.Provider, value.Country, value.Override is null ? 0 : RuntimeHelpers.GetHashCode(value.Override));
}
