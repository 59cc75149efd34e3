using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Dividing;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Screening;
using Fulcrum.Solver.Supplies;

namespace Fulcrum.Solver.Pipeline;

/// <summary>Counts how many replicas of an item the ways hold under its caps: no plan places more.</summary>
/// <remarks>
/// Of whatever ways a pool is bought in, each replica takes at least what the most modest of them takes. Pools lie in zones, zones in sites; sites belong to providers on the one hand and
/// lie in locations and countries on the other. Along either chain what a domain holds is the smaller of its cap and of what the domains in it hold together.
/// </remarks>
internal sealed class RoomCount
{
    private readonly ScreenedProblem _problem;
    private readonly ScreenedItem _item;
    private readonly ItemCaps _caps;
    private readonly DomainColumns _domains;
    private readonly Part[] _sites;
    private readonly Part[] _providers;

    private RoomCount(ScreenedProblem problem, ScreenedItem item)
    {
        (_problem, _item, _caps, _domains) = (problem, item, new ItemCaps(item.Definition), problem.Supply.Domains);
        _sites = Within(Within(Pools(), _domains[Domain.Zone], _caps[Domain.Zone]), _domains.SiteOf, item.Definition.Quantity);
        _providers = Within(_sites, _domains.ProviderOf, _caps[Domain.Provider]);
    }

    /// <summary>Whether an item has so many replicas that counting tells something: fewer are left to the division and the bounds.</summary>
    public static bool Tells(ScreenedItem item) => item.Definition.Quantity > ItemDivision.ReplicasMax;

    /// <summary>Whether an item of many replicas has too little room.</summary>
    public static bool IsTooSmall(ScreenedProblem problem, ScreenedItem item) => Tells(item) && new RoomCount(problem, item).Most < item.Definition.Quantity;

    /// <summary>The providers with the most room for an item, as many as hold all its replicas.</summary>
    public static int[] RoomiestProviders(ScreenedProblem problem, ScreenedItem item)
    {
        RoomCount count = new(problem, item);
        List<int> roomiest = [];
        long left = item.Definition.Quantity;
        foreach (Part part in count._providers.OrderByDescending(static part => part.Room).ThenBy(static part => part.Pool))
        {
            if (left <= 0) break;
            roomiest.Add(count._domains.ProviderOf[part.Pool]);
            left -= part.Room;
        }

        return [.. roomiest];
    }

    /// <summary>No more replicas have room.</summary>
    private long Most
    {
        get
        {
            int most = _problem.Source.Order.Policy.MaxProviders ?? _providers.Length;
            Part[] countries = Within(Within(_sites, _domains.LocationOf, _caps[Domain.Location]), _domains[Domain.Country], _caps[Domain.Country]);
            return Math.Min(_providers.Select(static part => part.Room).OrderDescending().Take(most).Sum(), countries.Sum(static part => part.Room));
        }
    }

    /// <summary>What a domain holds.</summary>
    /// <param name="Pool">A pool in it.</param>
    /// <param name="Room">Replicas.</param>
    private readonly record struct Part(int Pool, long Room);

    private List<Part> Pools()
    {
        List<Part> pools = [];
        ReadOnlySpan<int> poolOf = _item.Ways.Pools;
        for (int first = 0, next; first < poolOf.Length; first = next)
        {
            next = first + 1;
            while (next < poolOf.Length && poolOf[next] == poolOf[first]) next++;
            pools.Add(new Part(poolOf[first], Math.Min(_caps[Domain.Pool], next == first + 1 ? _item.Ways.MostReplicas[first] : Mixed(first, next))));
        }

        return pools;
    }

    /// <summary>What a pool holds that can be bought in several ways.</summary>
    private long Mixed(int first, int next)
    {
        long room = 0;
        for (int way = first; way < next; way++) room += _item.Ways.MostReplicas[way];
        for (int number = 0; number < _problem.Supply.Classes.Length; number++)
        {
            long least = long.MaxValue;
            for (int way = first; way < next; way++) least = Math.Min(least, Taken(_item.ShapeOf(way), number));
            if (least > 0) room = Math.Min(room, _problem.Supply.Classes[number].Free[_item.Ways.Pools[first]] / least);
        }

        return room;
    }

    private static long Taken(OfferShape shape, int number)
    {
        int position = Array.IndexOf(shape.Classes, number);
        return position < 0 ? 0 : shape.Amounts[position];
    }

    private static Part[] Within(IReadOnlyCollection<Part> parts, int[] domainOf, long cap)
    {
        Dictionary<int, Part> together = new(parts.Count);
        foreach (Part part in parts)
        {
            int domain = domainOf[part.Pool];
            together[domain] = new Part(part.Pool, Math.Min(cap, together.GetValueOrDefault(domain).Room + part.Room));
        }

        return [.. together.Values];
    }
}
