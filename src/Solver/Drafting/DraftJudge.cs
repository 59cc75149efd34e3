using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Rules;
using Fulcrum.Solver.Screening;
using Fulcrum.Solver.Supplies;

namespace Fulcrum.Solver.Drafting;

/// <summary>What a draft costs, or that it breaks a rule. Made for many drafts of one problem; a plan is judged again by the rules themselves before it counts.</summary>
/// <remarks>Drafts are made of what <see cref="Room"/> allows, so that pools are never overfilled and caps of domains never exceeded.</remarks>
internal sealed class DraftJudge : IDraftJudge
{
    private readonly ScreenedProblem _problem;
    private readonly IReadOnlyList<ItemCosts> _costs;
    private readonly int _relations;
    private readonly DomainCap[][] _caps;
    private readonly WayPlaces _places;
    private readonly DraftCosts _money;
    private readonly DraftRules _rules;
    private readonly List<(int Class, Int128 Amount)> _taken = [];

    /// <summary>A judge of drafts.</summary>
    public DraftJudge(ScreenedProblem problem, Weights weights, IReadOnlyList<ItemCosts> costs, IReadOnlyList<RelationCosts> relations)
    {
        (_problem, _costs, _relations) = (problem, costs, relations.Count);
        _places = new WayPlaces(costs, problem.Supply.Domains);
        _money = new DraftCosts(problem, weights, costs, relations, _places);
        _rules = new DraftRules(problem, relations, _places);
        _caps = [.. problem.Items.Select(static item => DomainCap.OfSpread(item.Definition).Concat(DomainCap.OfSurvive(item.Definition)).ToArray())];
    }

    /// <inheritdoc />
    public IDraftJudge Lenient => new LenientJudge(this);

    /// <inheritdoc />
    public long Judge(Draft draft, long below = Cost.Infinite)
    {
        long cost = _money.OfReplicas(draft);
        for (int i = 0; i < _relations && cost < below; i++) cost = Cost.Add(cost, _money.OfNearest(draft, i));
        if (cost < below) cost = Cost.Add(cost, _money.OfProviders(draft));
        return cost < below && _rules.AreKept(draft) ? cost : Cost.Infinite;
    }

    /// <summary>What a draft costs whatever rules it breaks, and how often it breaks them.</summary>
    public (long Cost, long Broken) Weigh(Draft draft)
    {
        long cost = _money.OfReplicas(draft);
        long broken = _rules.Broken(draft);
        for (int i = 0; i < _relations; i++)
        {
            long nearest = _money.OfNearest(draft, i);
            if (nearest < Cost.Infinite) cost = Cost.Add(cost, nearest);
            else broken += _rules.Apart(draft, i);
        }

        (long once, long byProviders) = _money.WeighProviders(draft);
        return (Cost.Add(cost, once), broken + byProviders);
    }

    /// <inheritdoc />
    public int Room(Draft draft, int item, int way, int most)
    {
        int pool = _places.PoolOf(item, way);
        int room = Math.Min(most, _costs[item].Item.Ways.MostReplicas[way]);
        foreach (DomainCap cap in _caps[item])
        {
            int[] domains = _problem.Supply.Domains[cap.Kind];
            long used = 0;
            foreach (Draft.Part part in draft.Of(item))
            {
                if (domains[_places.PoolOf(item, part)] == domains[pool]) used += part.Replicas;
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
                if (_places.PoolOf(other, part) == pool) Take(other, part);
            }
        }

        if (_taken.Count == 0) return room;
        OfferShape shape = _costs[item].Item.ShapeOf(way);
        for (int i = 0; i < shape.Classes.Length; i++)
        {
            if (shape.Amounts[i] == 0) continue;
            Int128 left = _problem.Supply.Classes[shape.Classes[i]].Free[pool];
            foreach ((int number, Int128 amount) in _taken)
            {
                if (number == shape.Classes[i]) left -= amount;
            }

            room = (int)Int128.Max(0, Int128.Min(room, left / shape.Amounts[i]));
        }

        return room;
    }

    private void Take(int item, Draft.Part part)
    {
        OfferShape shape = _costs[item].Item.ShapeOf(part.Way);
        for (int i = 0; i < shape.Classes.Length; i++) _taken.Add((shape.Classes[i], (Int128)shape.Amounts[i] * part.Replicas));
    }
}
