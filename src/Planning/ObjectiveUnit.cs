using Fulcrum.Solver.Model;

namespace Fulcrum.Planning;

/// <summary>The unit in which an objective is an integer.</summary>
internal static class ObjectiveUnit
{
    private const decimal MicrosPerEuro = 1_000_000m;
    private const decimal ThousandthsOfMicrosPerEuro = 1_000_000_000m;

    /// <summary>Units in a EUR: weighted objectives count thousandths of a micro-EUR, lexicographic ones micro-EUR.</summary>
    public static decimal PerEuro(ObjectiveMode mode) => mode == ObjectiveMode.Weighted ? ThousandthsOfMicrosPerEuro : MicrosPerEuro;
}
