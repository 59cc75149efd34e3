using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Benchmarks.Reference;

/// <summary>
/// The straightforward integer program of a placement problem, written from the definition of an order and apart from the solver: every candidate is
/// a variable, every rule is rows.
/// </summary>
/// <remarks>The cost of egress is rounded up to a micro-EUR per provider instead of to the nearest; a plan's true value is what the checker says.</remarks>
internal sealed class ReferenceModel
{
    private const string SiteKind = "Site";

    private readonly int[] _replicas;
    private readonly Dictionary<(int Item, string Kind), IReadOnlyList<CandidateGroup>> _groups = [];
    private readonly Dictionary<CandidateGroup, int> _counts = [];
    private readonly Dictionary<CandidateGroup, int> _used = [];
    private readonly Dictionary<int, int> _providers = [];

    private ReferenceModel(PlacementProblem problem)
    {
        Problem = problem;
        Candidates = [.. CandidateFinder.Find(problem).SelectMany(static item => item)];
        _replicas = [.. Candidates.Select(candidate => Linear.Add(candidate.ReplicasMax))];
    }

    /// <summary>The problem modelled.</summary>
    public PlacementProblem Problem { get; }

    /// <summary>Every candidate of every item.</summary>
    public IReadOnlyList<ReferenceCandidate> Candidates { get; }

    /// <summary>Variables and rows.</summary>
    public LinearModel Linear { get; } = new();

    /// <summary>The order.</summary>
    public Order Order => Problem.Order;

    /// <summary>The program of a problem.</summary>
    /// <exception cref="NotSupportedException">The order has a rule or an objective that the reference does without.</exception>
    public static ReferenceModel Of(PlacementProblem problem)
    {
        RefuseUnsupported(problem.Order);
        ReferenceModel model = new(problem);
        CapacityRows.AddTo(model);
        PriceRows.AddTo(model);
        RelationRows.AddTo(model);
        SpreadRows.AddTo(model);
        return model;
    }

    /// <summary>The variable that counts a candidate's replicas.</summary>
    public int Replicas(int candidate) => _replicas[candidate];

    /// <summary>The candidates of an item by kind of domain.</summary>
    public IReadOnlyList<CandidateGroup> GroupsBy(int item, Domain kind) => Groups(item, kind.ToString(), pool => Grouping.Of(Problem, pool, kind));

    /// <summary>The candidates of an item by provider and location.</summary>
    public IReadOnlyList<CandidateGroup> GroupsBySite(int item) => Groups(item, SiteKind, pool => Grouping.Site(Problem, pool));

    /// <summary>The replicas of a group, as terms of a row.</summary>
    public IEnumerable<(int Variable, long Coefficient)> Terms(CandidateGroup group, long coefficient = 1) =>
        group.Candidates.Select(candidate => (_replicas[candidate], coefficient));

    /// <summary>The variable that counts the replicas of a group.</summary>
    public int Count(CandidateGroup group)
    {
        if (group.Candidates.Count == 1) return _replicas[group.Candidates[0]];
        if (!_counts.TryGetValue(group, out int count))
        {
            _counts[group] = count = Linear.Add(Order.Items[group.Item].Quantity);
            Linear.AddRow([.. Terms(group), (count, -1)], 0, 0);
        }

        return count;
    }

    /// <summary>The variable that is 1 exactly when the group has a replica.</summary>
    public int Used(CandidateGroup group)
    {
        if (!_used.TryGetValue(group, out int used))
        {
            _used[group] = used = Linear.Add(1);
            Linear.AddRow([.. Terms(group), (used, -Order.Items[group.Item].Quantity)], null, 0);
            Linear.AddRow([.. Terms(group), (used, -1)], 0, null);
        }

        return used;
    }

    /// <summary>The variable that is 1 when any item uses a provider.</summary>
    public int UsedProvider(int provider)
    {
        if (!_providers.TryGetValue(provider, out int used)) _providers[provider] = used = NewUsedProvider(provider);
        return used;
    }

    /// <summary>Providers with a candidate.</summary>
    public IEnumerable<int> Providers() => Candidates.Select(candidate => Problem.Pools[candidate.Pool].Provider).Distinct();

    /// <summary>The plan of a solution.</summary>
    public Plan PlanOf(Func<int, long> value) => new([.. Candidates
        .Select((candidate, index) => new PlanLine(candidate.Item, candidate.Pool, candidate.Offer, (int)value(_replicas[index])))
        .Where(static line => line.Quantity > 0)
        .OrderBy(static line => line.Item).ThenBy(static line => line.Pool).ThenBy(static line => line.Offer)]);

    private int NewUsedProvider(int provider)
    {
        CandidateGroup[] groups = [.. Enumerable.Range(0, Order.Items.Count).SelectMany(item => GroupsBy(item, Domain.Provider)).Where(group => group.Domain.Equals(provider))];
        int used = Linear.Add(1);
        foreach (CandidateGroup group in groups) Linear.AddRow([.. Terms(group), (used, -Order.Items[group.Item].Quantity)], null, 0);
        Linear.AddRow([.. groups.SelectMany(group => Terms(group)), (used, -1)], 0, null);
        return used;
    }

    private IReadOnlyList<CandidateGroup> Groups(int item, string kind, Func<int, object> domain)
    {
        if (!_groups.TryGetValue((item, kind), out IReadOnlyList<CandidateGroup>? groups))
        {
            _groups[(item, kind)] = groups =
            [
                .. Enumerable.Range(0, Candidates.Count).Where(index => Candidates[index].Item == item)
                    .GroupBy(index => domain(Candidates[index].Pool)).Select(group => new CandidateGroup(item, group.Key, [.. group])),
            ];
        }

        return groups;
    }

    private static void RefuseUnsupported(Order order)
    {
        string? missing = order switch
        {
            { Objective.Mode: ObjectiveMode.Lexicographic } => "a lexicographic objective",
            { Policy.Preferences.Count: > 0 } => "preferences",
            { Policy.MaxProviderShareMillionths: not null } => "a provider's share of the price",
            _ => order.Relations.Any(static relation => relation.Affinity is not null) ? "affinity" : null,
        };
        if (missing is not null) throw new NotSupportedException($"The reference model of '{order.Id}' cannot express {missing}.");
    }
}
