using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;
using Fulcrum.Solver.Rules;

namespace Fulcrum.Solver.Compilation;

/// <summary>Sends every pool through the filters of one item.</summary>
internal sealed class ItemSieve
{
    private readonly PlacementProblem _problem;
    private readonly int _item;
    private readonly PoolSieve _sieve;
    private readonly (PoolFilter Filter, FunnelCounter Counter)[] _filters;
    private readonly CandidatePricing _pricing;

    /// <summary>The sieve of an item.</summary>
    public ItemSieve(PlacementProblem problem, ResourceColumns columns, int item)
    {
        _problem = problem;
        _item = item;
        _sieve = new PoolSieve(problem, columns);
        _pricing = new CandidatePricing(problem, Definition);
        _filters = [.. RuleRegistry.Rules
            .Select(rule => (Filter: rule.FilterFor(problem, Definition), Counter: new FunnelCounter(rule.Name)))
            .Where(step => step.Filter is not null)
            .Select(step => (step.Filter!, step.Counter))];
    }

    /// <summary>Whether a shape was left out because its price does not fit in 64 bits, so that no plan with it could be stated.</summary>
    public bool IsClipped { get; private set; }

    private OrderItem Definition => _problem.Order.Items[_item];

    /// <summary>Adds the candidates of a pool, or counts why there are none.</summary>
    public void Sift(int pool, List<Candidate> candidates)
    {
        _sieve.Take(pool);
        foreach ((PoolFilter filter, FunnelCounter counter) in _filters)
        {
            if (filter(_sieve) is not { } reason) continue;
            counter.Remove(reason);
            return;
        }

        foreach (Shape shape in _sieve.Shapes)
        {
            if (_pricing.PriceMicros(pool, shape) is { } price) candidates.Add(ToCandidate(candidates.Count, pool, shape, price));
            else IsClipped = true;
        }
    }

    /// <summary>What was removed so far.</summary>
    public ItemFunnel Funnel()
    {
        List<FunnelStep> steps = [];
        foreach ((_, FunnelCounter counter) in _filters)
        {
            steps.Add(counter.ToStep(steps.Count == 0 ? _problem.Pools.Count : steps[^1].Left));
        }

        return new ItemFunnel(_item, _problem.Pools.Count, steps);
    }

    private Candidate ToCandidate(int index, int pool, Shape shape, long price) => new()
    {
        Index = index,
        Item = _item,
        Pool = pool,
        Offer = shape.Offer,
        Consumption = shape.Consumption,
        MaxReplicas = PoolCapacity.Replicas(_sieve.Columns, pool, shape.Consumption, Definition.Quantity),
        PriceMicros = price,
        UserLocalityMicros = _pricing.UserLocalityMicros(pool),
        SovereigntyMicros = _pricing.SovereigntyMicros(pool),
    };
}
