using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Oracle;

/// <summary>Weights with three decimals and zeros among them; strict orders with and without tolerance.</summary>
internal static class ObjectiveGenerator
{
    public static Objective Generate(Prng random) => random.Between(0, 9) switch
    {
        < 3 => Objective.Default,
        < 6 => new() { PriceWeightThousandths = Weight(random), LocalityWeightThousandths = Weight(random), SovereigntyWeightThousandths = Weight(random) },
        _ => new() { Mode = ObjectiveMode.Lexicographic, Order = Order(random) },
    };

    private static int Weight(Prng random) => random.Pick(0, 1000, 1, 500, 1250, 2333, 7);

    private static LexicographicTerm[] Order(Prng random) =>
        [.. random.Shuffled(Enum.GetValues<ObjectiveTerm>()).Take(random.Pick(1, 2, 3, 3)).Select(term => new LexicographicTerm(term, Tolerance(random)))];

    private static decimal Tolerance(Prng random) => random.Pick(0m, 0m, 0m, 0.05m, 0.1m, 0.333m, 0.0000001m, 1m);
}
