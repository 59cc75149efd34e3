using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Screening;

namespace Fulcrum.Solver.Drafting;

/// <summary>What a draft costs. Of items and relations of which nothing has moved since the last draft, what was found then is used again.</summary>
internal sealed class DraftCosts
{
    private readonly ScreenedProblem _problem;
    private readonly Weights _weights;
    private readonly IReadOnlyList<ItemCosts> _costs;
    private readonly IReadOnlyList<RelationCosts> _relations;
    private readonly WayPlaces _places;
    private readonly OfItem[] _items;
    private readonly OfRelation[] _known;
    private readonly List<(int Provider, Int128 Amount)> _spent = [];
    private readonly List<(int Provider, Int128 Amount)> _traffic = [];

    /// <summary>Costs of the drafts of a problem.</summary>
    public DraftCosts(ScreenedProblem problem, Weights weights, IReadOnlyList<ItemCosts> costs, IReadOnlyList<RelationCosts> relations, WayPlaces places)
    {
        (_problem, _weights, _costs, _relations, _places) = (problem, weights, costs, relations, places);
        _items = [.. costs.Select(static _ => new OfItem())];
        _known = [.. relations.Select(static _ => new OfRelation())];
    }

    private OrderPolicy Policy => _problem.Source.Order.Policy;

    /// <summary>What the replicas of a draft cost alone.</summary>
    public long OfReplicas(Draft draft)
    {
        long sum = 0;
        for (int item = 0; item < _items.Length; item++) sum += Of(item, draft).Cost;
        return sum;
    }

    /// <summary>What a relation costs, infinite where some replica is near to none.</summary>
    public long OfNearest(Draft draft, int relation) => Of(relation, draft.Of(_relations[relation].From), draft.Of(_relations[relation].To)).Cost;

    /// <summary>Fees and egress of a draft; infinite when its providers are too many or too few, or have too large a share, or it exceeds its budget.</summary>
    public long OfProviders(Draft draft)
    {
        AddUp(draft);
        if (_spent.Count > (Policy.MaxProviders ?? int.MaxValue) || _spent.Count < (Policy.MinProviders ?? 0) || !IsShareKept()) return Cost.Infinite;
        Int128 micros = OnceAndTraffic();
        return IsBudgetKept(micros) ? ToCost(micros) : Cost.Infinite;
    }

    /// <summary>Fees and egress of a draft, and how often it breaks a rule about its providers.</summary>
    public (long Cost, long Broken) WeighProviders(Draft draft)
    {
        AddUp(draft);
        Int128 micros = OnceAndTraffic();
        long broken = Math.Max(0, _spent.Count - (Policy.MaxProviders ?? int.MaxValue)) + Math.Max(0, (Policy.MinProviders ?? 0) - _spent.Count);
        if (!IsShareKept()) broken++;
        if (!IsBudgetKept(micros)) broken++;
        return (ToCost(micros), broken);
    }

    private long ToCost(Int128 micros) => (long)Int128.Min(Cost.Infinite, _weights.Price * micros);

    /// <summary>What is spent at each provider, and the traffic that leaves it.</summary>
    private void AddUp(Draft draft)
    {
        _spent.Clear();
        _traffic.Clear();
        for (int item = 0; item < _items.Length; item++)
        {
            foreach ((int provider, long price, Int128 mib) in Of(item, draft).Providers)
            {
                Add(_spent, provider, price);
                if (mib > 0) Add(_traffic, provider, mib);
            }
        }

        for (int relation = 0; relation < _known.Length; relation++)
        {
            if (_relations[relation].TrafficMiB == 0) continue;
            foreach ((int provider, Int128 mib) in Of(relation, draft.Of(_relations[relation].From), draft.Of(_relations[relation].To)).Leaving) Add(_traffic, provider, mib);
        }
    }

    /// <summary>Fees and egress of a draft that has been added up, micro-EUR.</summary>
    private Int128 OnceAndTraffic()
    {
        Int128 micros = 0;
        foreach ((int provider, _) in _spent) micros += _problem.Source.Providers[provider].FeePerOrderMicros;
        foreach ((int provider, Int128 mib) in _traffic) micros += _problem.Egress[provider] is { } charge ? charge.CostMicros(mib) : 0;
        return micros;
    }

    private bool IsBudgetKept(Int128 once) => Policy.BudgetMicros is not { } budget || once + Spent() <= budget;

    private bool IsShareKept()
    {
        if (Policy.MaxProviderShareMillionths is not { } share) return true;
        Int128 allowed = Spent() * share;
        return _spent.TrueForAll(spent => spent.Amount * 1_000_000 <= allowed);
    }

    private Int128 Spent()
    {
        Int128 sum = 0;
        foreach ((_, Int128 price) in _spent) sum += price;
        return sum;
    }

    private OfItem Of(int item, Draft draft)
    {
        OfItem known = _items[item];
        Draft.Part[] parts = draft.Of(item);
        if (ReferenceEquals(known.Parts, parts)) return known;
        (known.Parts, known.Cost) = (parts, 0);
        known.Providers.Clear();
        ScreenedItem screened = _costs[item].Item;
        ReadOnlySpan<long> prices = screened.Ways.PricesMicros;
        ReadOnlySpan<long> ofWay = _costs[item].OfWay;
        foreach (Draft.Part part in parts)
        {
            known.Cost += ofWay[part.Way] * part.Replicas;
            known.Providers.Add((_places.ProviderOf(item, part), prices[part.Way] * part.Replicas, (Int128)screened.UserTrafficMiB * part.Replicas));
        }

        return known;
    }

    private OfRelation Of(int relation, Draft.Part[] from, Draft.Part[] to)
    {
        OfRelation known = _known[relation];
        if (ReferenceEquals(known.From, from) && ReferenceEquals(known.To, to)) return known;
        (known.From, known.To, known.Cost) = (from, to, 0);
        known.Leaving.Clear();
        RelationCosts costs = _relations[relation];
        foreach (Draft.Part part in from)
        {
            long least = Cost.Infinite;
            bool stays = false;
            int location = _places.LocationOf(costs.From, part);
            int site = _places.SiteOf(costs.From, part);
            foreach (Draft.Part other in to)
            {
                least = Math.Min(least, costs.Between(location, _places.LocationOf(costs.To, other)));
                stays |= _places.SiteOf(costs.To, other) == site;
            }

            known.Cost = least >= Cost.Infinite ? Cost.Infinite : Cost.Add(known.Cost, least * part.Replicas);
            if (!stays && costs.TrafficMiB > 0) Add(known.Leaving, _places.ProviderOf(costs.From, part), (Int128)costs.TrafficMiB * part.Replicas);
        }

        return known;
    }

    private static void Add(List<(int Provider, Int128 Amount)> amounts, int provider, Int128 amount)
    {
        for (int i = 0; i < amounts.Count; i++)
        {
            if (amounts[i].Provider != provider) continue;
            amounts[i] = (provider, amounts[i].Amount + amount);
            return;
        }

        amounts.Add((provider, amount));
    }

    private sealed class OfItem
    {
        public Draft.Part[]? Parts { get; set; }

        public long Cost { get; set; }

        public List<(int Provider, long Price, Int128 MiB)> Providers { get; } = [];
    }

    private sealed class OfRelation
    {
        public Draft.Part[]? From { get; set; }

        public Draft.Part[]? To { get; set; }

        public long Cost { get; set; }

        public List<(int Provider, Int128 Amount)> Leaving { get; } = [];
    }
}
