using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Screening;

namespace Fulcrum.Solver.Dividing;

/// <summary>Divides the replicas of one item under all its caps.</summary>
/// <remarks>
/// A division by providers leaves out that pools of several providers share a location or a country. Where the cheapest one exceeds a cap there, some provider has fewer replicas there in
/// every plan: one case each, cheapest case first, until one keeps to the caps.
/// </remarks>
internal sealed class ItemDivision
{
    /// <summary>Items of more replicas are left to the bounds.</summary>
    public const int ReplicasMax = 16;

    private const int CasesMax = 64;

    private static readonly Domain[] Shared = [Domain.Location, Domain.Country];

    private readonly ScreenedItem _item;
    private readonly ItemCaps _caps;
    private readonly int[] _providers;
    private readonly ScreenedProblem _problem;
    private readonly PriorityQueue<(CapAtProvider[] Caps, int[] Ways, long Cost), (long Cost, int Number)> _cases = new();
    private int _number;

    private ItemDivision(ScreenedProblem problem, ScreenedItem item)
    {
        (_problem, _item, _caps, _providers) = (problem, item, new ItemCaps(item.Definition), problem.Supply.Domains.ProviderOf);
    }

    /// <summary>What is known of the divisions of an item.</summary>
    /// <param name="Cost">No plan of the item costs less; infinite when there is none.</param>
    /// <param name="Ways">The way of each replica in a plan of that cost; empty when there is none.</param>
    public readonly record struct Found(long Cost, int[] Ways);

    /// <summary>The cheapest division; null when it takes too many cases, or costs are too large to be added up.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="item">The item, of at most <see cref="ReplicasMax"/> replicas.</param>
    /// <param name="weights">Weights of the terms.</param>
    /// <param name="providers">How many providers the item may use.</param>
    public static Found? Of(ScreenedProblem problem, ScreenedItem item, Weights weights, (int Least, int Most) providers)
    {
        using CostedWays? ways = CostedWays.Of(problem, item, weights);
        if (ways is null) return null;
        ItemDivision run = new(problem, item);
        int least = Math.Max(providers.Least, item.Definition.Spread.Where(static rule => rule.By == Domain.Provider).Select(static rule => rule.MinDomains ?? 0).DefaultIfEmpty(0).Max());
        if (least <= 1 && run.Undivided(ways, weights) is { } whole) return whole;
        using Division division = new(ways, weights, run._caps, least, providers.Most);
        return run.Search(division);
    }

    /// <summary>All replicas in the cheapest way; null when there is no room for them, a cap forbids it, or a division may save egress.</summary>
    private Found? Undivided(CostedWays ways, Weights weights)
    {
        int quantity = _item.Definition.Quantity;
        if (_caps.IsAny || (quantity > 1 && ways.ChargedMiB > 0)) return null;
        return CheapestWay.Of(ways, weights) is { } best && _item.Ways.MostReplicas[best.Way] >= quantity
            ? new Found(best.Cost, [.. Enumerable.Repeat(best.Way, quantity)])
            : null;
    }

    private Found? Search(Division division)
    {
        Open(division, []);
        while (_cases.TryDequeue(out (CapAtProvider[] Caps, int[] Ways, long Cost) known, out _))
        {
            if (known.Cost >= Cost.Infinite) break;
            if (Exceeded(known.Ways) is not { } exceeded) return new Found(known.Cost, known.Ways);
            foreach (CapAtProvider cap in exceeded)
            {
                if (_number == CasesMax) return null;
                Open(division, [.. known.Caps, cap]);
            }
        }

        return new Found(Cost.Infinite, []);
    }

    private void Open(Division division, CapAtProvider[] caps)
    {
        (long cost, int[] ways) = division.Solve(caps);
        _cases.Enqueue((caps, ways, cost), (cost, _number++));
    }

    /// <summary>For a domain in which there are too many replicas, one less than each provider has there; null when there is no such domain.</summary>
    private CapAtProvider[]? Exceeded(int[] ways)
    {
        foreach (Domain kind in Shared)
        {
            int most = _caps[kind];
            if (most >= ways.Length) continue;
            int[] domainOf = _problem.Supply.Domains[kind];
            foreach (IGrouping<int, int> domain in ways.GroupBy(way => domainOf[_item.Ways.Pools[way]]))
            {
                if (domain.Count() <= most) continue;
                return [.. domain.GroupBy(way => _providers[_item.Ways.Pools[way]], (provider, there) => new CapAtProvider(kind, domain.Key, provider, there.Count() - 1))];
            }
        }

        return null;
    }
}
