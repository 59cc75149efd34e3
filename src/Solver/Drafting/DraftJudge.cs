using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Rules;
using Fulcrum.Solver.Screening;
using Fulcrum.Solver.Supplies;

namespace Fulcrum.Solver.Drafting;

/// <summary>What a draft costs, or that it breaks a rule. Made for many drafts of one problem; a plan is judged again by the rules themselves before it counts.</summary>
internal sealed class DraftJudge : IDraftJudge
{
    private readonly ScreenedProblem _problem;
    private readonly Weights _weights;
    private readonly IReadOnlyList<ItemCosts> _costs;
    private readonly IReadOnlyList<RelationCosts> _relations;
    private readonly DomainCap[][] _caps;
    private readonly DomainColumns _domains;
    private readonly List<(int Pool, int Class, Int128 Amount)> _taken = [];
    private readonly List<(int Provider, Int128 MiB)> _traffic = [];
    private readonly List<(int Provider, long Price)> _spent = [];
    private readonly Dictionary<int, int> _counts = [];
    private readonly (Draft.Part[]? Parts, long Cost)[] _known;
    private readonly (Draft.Part[]? From, Draft.Part[]? To, long Cost)[] _nearest;

    /// <summary>A judge of drafts.</summary>
    public DraftJudge(ScreenedProblem problem, Weights weights, IReadOnlyList<ItemCosts> costs, IReadOnlyList<RelationCosts> relations)
    {
        (_problem, _weights, _costs, _relations) = (problem, weights, costs, relations);
        _domains = problem.Supply.Domains;
        _known = new (Draft.Part[]?, long)[costs.Count];
        _nearest = new (Draft.Part[]?, Draft.Part[]?, long)[relations.Count];
        _caps = [.. problem.Items.Select(static item => DomainCap.OfSpread(item.Definition).Concat(DomainCap.OfSurvive(item.Definition)).ToArray())];
    }

    private OrderPolicy Policy => _problem.Source.Order.Policy;

    /// <inheritdoc />
    public long Judge(Draft draft, long below = Cost.Infinite)
    {
        long cost = ReplicaCosts(draft);
        for (int i = 0; i < _relations.Count && cost < below; i++) cost = Cost.Add(cost, NearestCost(draft, i));
        if (cost < below) cost = Cost.Add(cost, ProviderCosts(draft));
        return cost < below && Fits(draft) && IsSpread(draft) && AreRelationsKept(draft) ? cost : Cost.Infinite;
    }

    /// <inheritdoc />
    public int Room(Draft draft, int item, int way, int most)
    {
        int pool = _costs[item].Item.Ways.Pools[way];
        int room = Math.Min(most, _costs[item].Item.Ways.MostReplicas[way]);
        foreach (DomainCap cap in _caps[item])
        {
            int[] domains = _domains[cap.Kind];
            long used = 0;
            foreach (Draft.Part part in draft.Of(item))
            {
                if (domains[_costs[item].Item.Ways.Pools[part.Way]] == domains[pool]) used += part.Replicas;
            }

            room = (int)Math.Max(0, Math.Min(room, cap.Most - used));
        }

        return room == 0 ? 0 : RoomInPool(draft, item, way, pool, room);
    }

    private int RoomInPool(Draft draft, int item, int way, int pool, int room)
    {
        _taken.Clear();
        for (int other = 0; other < draft.Items; other++)
        {
            foreach (Draft.Part part in draft.Of(other))
            {
                if (_costs[other].Item.Ways.Pools[part.Way] == pool) Take(other, part);
            }
        }

        if (_taken.Count == 0) return room;
        OfferShape shape = _costs[item].Item.ShapeOf(way);
        for (int i = 0; i < shape.Classes.Length; i++)
        {
            if (shape.Amounts[i] == 0) continue;
            Int128 left = _problem.Supply.Classes[shape.Classes[i]].Free[pool];
            foreach ((_, int number, Int128 amount) in _taken)
            {
                if (number == shape.Classes[i]) left -= amount;
            }

            room = (int)Int128.Max(0, Int128.Min(room, left / shape.Amounts[i]));
        }

        return room;
    }

    private void Take(int item, Draft.Part part)
    {
        int pool = _costs[item].Item.Ways.Pools[part.Way];
        OfferShape shape = _costs[item].Item.ShapeOf(part.Way);
        for (int i = 0; i < shape.Classes.Length; i++) Take(pool, shape.Classes[i], (Int128)shape.Amounts[i] * part.Replicas);
    }

    private void Take(int pool, int number, Int128 amount)
    {
        for (int i = 0; i < _taken.Count; i++)
        {
            if (_taken[i].Pool != pool || _taken[i].Class != number) continue;
            _taken[i] = (pool, number, _taken[i].Amount + amount);
            return;
        }

        _taken.Add((pool, number, amount));
    }

    private bool Fits(Draft draft)
    {
        _taken.Clear();
        for (int item = 0; item < draft.Items; item++)
        {
            foreach (Draft.Part part in draft.Of(item)) Take(item, part);
        }

        foreach ((int pool, int number, Int128 amount) in _taken)
        {
            if (amount > _problem.Supply.Classes[number].Free[pool]) return false;
        }

        return true;
    }

    private bool IsSpread(Draft draft)
    {
        for (int item = 0; item < draft.Items; item++)
        {
            foreach (DomainCap cap in _caps[item])
            {
                Count(draft, item, cap.Kind);
                foreach (int replicas in _counts.Values)
                {
                    if (replicas > cap.Most) return false;
                }
            }

            foreach (SpreadRule rule in _problem.Items[item].Definition.Spread)
            {
                if (rule.MinDomains is not { } least) continue;
                Count(draft, item, rule.By);
                if (_counts.Count < least) return false;
            }
        }

        return true;
    }

    private void Count(Draft draft, int item, Domain kind)
    {
        _counts.Clear();
        int[] domains = _domains[kind];
        foreach (Draft.Part part in draft.Of(item))
        {
            int domain = domains[_costs[item].Item.Ways.Pools[part.Way]];
            _counts[domain] = _counts.GetValueOrDefault(domain) + part.Replicas;
        }
    }

    private long ReplicaCosts(Draft draft)
    {
        long sum = 0;
        for (int item = 0; item < draft.Items; item++)
        {
            if (!ReferenceEquals(_known[item].Parts, draft.Of(item))) _known[item] = (draft.Of(item), ReplicaCosts(item, draft.Of(item)));
            sum += _known[item].Cost;
        }

        return sum;
    }

    private long ReplicaCosts(int item, Draft.Part[] parts)
    {
        long sum = 0;
        foreach (Draft.Part part in parts) sum += _costs[item].OfWay[part.Way] * part.Replicas;
        return sum;
    }

    /// <summary>What a relation costs; only moves of its items change that.</summary>
    private long NearestCost(Draft draft, int number)
    {
        RelationCosts relation = _relations[number];
        (Draft.Part[] from, Draft.Part[] to) = (draft.Of(relation.From), draft.Of(relation.To));
        if (!ReferenceEquals(_nearest[number].From, from) || !ReferenceEquals(_nearest[number].To, to)) _nearest[number] = (from, to, NearestCost(relation, from, to));
        return _nearest[number].Cost;
    }

    private long NearestCost(RelationCosts relation, Draft.Part[] from, Draft.Part[] to)
    {
        long sum = 0;
        foreach (Draft.Part part in from)
        {
            long least = Cost.Infinite;
            int location = LocationOf(relation.From, part);
            foreach (Draft.Part other in to) least = Math.Min(least, relation.Between(location, LocationOf(relation.To, other)));
            if (least >= Cost.Infinite) return Cost.Infinite;
            sum += least * part.Replicas;
        }

        return sum;
    }

    private bool AreRelationsKept(Draft draft)
    {
        foreach (CompiledRelation relation in _problem.Relations)
        {
            Relation definition = relation.Definition;
            if (definition.Scope == LatencyScope.All && definition.MaxLatencyMs is not null && !AreAllWithin(draft, relation)) return false;
            if (definition.Affinity is { } together && !IsOneDomain(draft, definition, together)) return false;
            if (definition.AntiAffinity is { } apart && IsShared(draft, definition, apart)) return false;
        }

        return true;
    }

    private bool AreAllWithin(Draft draft, CompiledRelation relation)
    {
        foreach (Draft.Part part in draft.Of(relation.Definition.From))
        {
            foreach (Draft.Part other in draft.Of(relation.Definition.To))
            {
                if (!relation.IsWithin(LocationOf(relation.Definition.From, part), LocationOf(relation.Definition.To, other))) return false;
            }
        }

        return true;
    }

    private bool IsOneDomain(Draft draft, Relation relation, Domain kind)
    {
        Count(draft, relation.From, kind);
        if (_counts.Count != 1) return false;
        int domain = _counts.Keys.First();
        Count(draft, relation.To, kind);
        return _counts.Count == 1 && _counts.ContainsKey(domain);
    }

    private bool IsShared(Draft draft, Relation relation, Domain kind)
    {
        Count(draft, relation.From, kind);
        int[] domains = _domains[kind];
        foreach (Draft.Part part in draft.Of(relation.To))
        {
            if (_counts.ContainsKey(domains[_costs[relation.To].Item.Ways.Pools[part.Way]])) return true;
        }

        return false;
    }

    private long ProviderCosts(Draft draft)
    {
        _spent.Clear();
        _traffic.Clear();
        for (int item = 0; item < draft.Items; item++)
        {
            foreach (Draft.Part part in draft.Of(item))
            {
                Spend(ProviderOf(item, part), _costs[item].Item.Ways.PricesMicros[part.Way] * part.Replicas);
                Send(ProviderOf(item, part), (Int128)_costs[item].Item.UserTrafficMiB * part.Replicas);
            }
        }

        if (_spent.Count > (Policy.MaxProviders ?? int.MaxValue) || _spent.Count < (Policy.MinProviders ?? 0) || !IsShareKept()) return Cost.Infinite;
        SendAlongRelations(draft);
        Int128 micros = 0;
        foreach ((int provider, _) in _spent) micros += _problem.Source.Providers[provider].FeePerOrderMicros;
        foreach ((int provider, Int128 mib) in _traffic) micros += _problem.Egress[provider] is { } charge ? charge.CostMicros(mib) : 0;
        if (Policy.BudgetMicros is { } budget && micros + _spent.Aggregate((Int128)0, static (sum, spent) => sum + spent.Price) > budget) return Cost.Infinite;
        return (long)Int128.Min(Cost.Infinite, _weights.Price * micros);
    }

    private bool IsShareKept()
    {
        if (Policy.MaxProviderShareMillionths is not { } share) return true;
        Int128 allowed = _spent.Aggregate((Int128)0, static (sum, spent) => sum + spent.Price) * share;
        return _spent.TrueForAll(spent => (Int128)spent.Price * 1_000_000 <= allowed);
    }

    private void SendAlongRelations(Draft draft)
    {
        for (int i = 0; i < _relations.Count; i++)
        {
            RelationCosts relation = _relations[i];
            if (relation.TrafficMiB == 0) continue;
            foreach (Draft.Part part in draft.Of(relation.From))
            {
                int site = SiteOf(relation.From, part);
                bool stays = false;
                foreach (Draft.Part other in draft.Of(relation.To)) stays |= SiteOf(relation.To, other) == site;
                if (!stays) Send(ProviderOf(relation.From, part), (Int128)relation.TrafficMiB * part.Replicas);
            }
        }
    }

    private void Spend(int provider, long price)
    {
        for (int i = 0; i < _spent.Count; i++)
        {
            if (_spent[i].Provider != provider) continue;
            _spent[i] = (provider, _spent[i].Price + price);
            return;
        }

        _spent.Add((provider, price));
    }

    private void Send(int provider, Int128 mib)
    {
        if (mib == 0) return;
        for (int i = 0; i < _traffic.Count; i++)
        {
            if (_traffic[i].Provider != provider) continue;
            _traffic[i] = (provider, _traffic[i].MiB + mib);
            return;
        }

        _traffic.Add((provider, mib));
    }

    private int ProviderOf(int item, Draft.Part part) => _domains.ProviderOf[_costs[item].Item.Ways.Pools[part.Way]];

    private int LocationOf(int item, Draft.Part part) => _domains.LocationOf[_costs[item].Item.Ways.Pools[part.Way]];

    private int SiteOf(int item, Draft.Part part) => _domains.SiteOf[_costs[item].Item.Ways.Pools[part.Way]];
}
