using System.Globalization;
using Fulcrum.Solver.Model;

namespace Fulcrum.Benchmarks.Lexicographic;

/// <summary>A lexicographic objective that is measured.</summary>
/// <param name="Name">Shown in the table.</param>
/// <param name="Objective">The objective.</param>
internal sealed record StrictOrder(string Name, Objective Objective)
{
    /// <summary>The objectives measured: price first, exactly and within some percent, and price last.</summary>
    public static IReadOnlyList<StrictOrder> All { get; } =
    [
        Of(new LexicographicTerm(ObjectiveTerm.Price, 0), new LexicographicTerm(ObjectiveTerm.Locality, 0)),
        Of(new LexicographicTerm(ObjectiveTerm.Price, 0.05m), new LexicographicTerm(ObjectiveTerm.Locality, 0)),
        Of(new LexicographicTerm(ObjectiveTerm.Locality, 0.1m), new LexicographicTerm(ObjectiveTerm.Price, 0)),
    ];

    private static StrictOrder Of(params LexicographicTerm[] terms) => new(
        string.Join(", ", terms.Select(static term => string.Create(CultureInfo.InvariantCulture, $"{term.Term.ToString().ToLowerInvariant()}{(term.Tolerance == 0 ? "" : $" + {term.Tolerance:0 %}")}"))),
        new Objective { Mode = ObjectiveMode.Lexicographic, Order = terms });
}
