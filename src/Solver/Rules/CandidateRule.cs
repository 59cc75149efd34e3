using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Rules;

/// <summary>The pool sells a shape that covers the demand, in amounts that its inventory admits.</summary>
internal sealed class CandidateRule : HardRule
{
    public override string Name => "candidate";

    public override PoolFilter FilterFor(PlacementProblem problem, OrderItem item) => sieve =>
    {
        bool isCovered = FindShapes(sieve, item.Resources);
        if (!isCovered) return NotCovered(sieve, item.Resources);
        IReadOnlyDictionary<string, long> first = sieve.Shapes[0].Consumption;
        sieve.Shapes.RemoveAll(shape => Misfit(sieve, shape.Consumption) is not null);
        return sieve.Shapes.Count > 0 ? null : Misfit(sieve, first);
    };

    private static bool FindShapes(PoolSieve sieve, IReadOnlyDictionary<string, long> demand)
    {
        IReadOnlyList<Offer> offers = sieve.Definition.Offers;
        for (int offer = 0; offer < offers.Count; offer++)
        {
            if (Covers(offers[offer].Resources, demand)) sieve.Shapes.Add(new Shape(offer, offers[offer].Resources));
        }

        if (sieve.Definition.PriceBook is { } book && Names(book, demand)) sieve.Shapes.Add(new Shape(PlanLine.FreeForm, demand));
        return sieve.Shapes.Count > 0;
    }

    private static bool Covers(IReadOnlyDictionary<string, long> offered, IReadOnlyDictionary<string, long> demand)
    {
        foreach ((string resourceClass, long amount) in demand)
        {
            if (!offered.TryGetValue(resourceClass, out long available) || available < amount) return false;
        }

        return true;
    }

    private static bool Names(IReadOnlyDictionary<string, decimal> book, IReadOnlyDictionary<string, long> demand)
    {
        foreach (string resourceClass in demand.Keys)
        {
            if (!book.ContainsKey(resourceClass)) return false;
        }

        return true;
    }

    private static string NotCovered(PoolSieve sieve, IReadOnlyDictionary<string, long> demand)
    {
        foreach (string resourceClass in demand.Keys)
        {
            if (!sieve.Columns[resourceClass].Has(sieve.Pool)) return $"inventory lacks class {resourceClass}";
        }

        return sieve.Definition.Offers.Count > 0 ? "no offer covers the demand" : "the price book lacks a class of the demand";
    }

    private static string? Misfit(PoolSieve sieve, IReadOnlyDictionary<string, long> consumption)
    {
        foreach ((string resourceClass, long amount) in consumption)
        {
            if (!sieve.Columns[resourceClass].Has(sieve.Pool)) return $"inventory lacks class {resourceClass}";
            if (!sieve.Columns[resourceClass].Admits(sieve.Pool, amount)) return $"amount of {resourceClass} is outside the pool's unit limits";
        }

        return null;
    }
}
