using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Rules;
using Fulcrum.Solver.Scoring;

namespace Fulcrum.Solver.Search;

/// <summary>The CP-SAT model of a problem: replicas per candidate, and what rules and terms ask for beside them.</summary>
internal sealed class PlacementModel
{
    private readonly CpVariable[] _replicas;
    private readonly Dictionary<DomainGroup, CpVariable> _counts = [];
    private readonly Dictionary<DomainGroup, CpVariable> _used = [];
    private readonly Dictionary<int, CpVariable> _providerUsed = [];
    private readonly Dictionary<ObjectiveTerm, LinearSum> _terms = [];

    /// <summary>A model with every rule of the registry.</summary>
    public PlacementModel(CompiledProblem problem)
        : this(problem, new CpBuilder())
    {
    }

    /// <summary>A model beside those of other orders.</summary>
    /// <param name="problem">The problem modelled.</param>
    /// <param name="builder">Takes the variables and constraints of all of them.</param>
    public PlacementModel(CompiledProblem problem, CpBuilder builder)
    {
        Problem = problem;
        Builder = builder;
        _replicas = [.. problem.Candidates.Select(candidate => Builder.NewVariable(candidate.MaxReplicas))];
        foreach (CompiledItem item in problem.Items) Builder.AddEqual(Total(item.Candidates), item.Quantity);
        foreach (HardRule rule in RuleRegistry.Rules) rule.Constrain(this);
    }

    /// <summary>The problem modelled.</summary>
    public CompiledProblem Problem { get; }

    /// <summary>Variables and constraints.</summary>
    public CpBuilder Builder { get; }

    /// <summary>Replicas on a candidate.</summary>
    public CpVariable Replicas(Candidate candidate) => _replicas[candidate.Index];

    /// <summary>Sum of the replicas on some candidates.</summary>
    public LinearSum Total(IEnumerable<Candidate> candidates) =>
        candidates.Aggregate(new LinearSum(), (sum, candidate) => sum.Add(Replicas(candidate), 1));

    /// <summary>Replicas of an item in a domain.</summary>
    public CpVariable Count(DomainGroup group)
    {
        if (group.Candidates.Count == 1) return Replicas(group.Candidates[0]);
        if (!_counts.TryGetValue(group, out CpVariable count)) _counts[group] = count = NewCount(group);
        return count;
    }

    /// <summary>Whether an item uses a domain: 1 exactly when it has a replica there.</summary>
    public CpVariable Used(DomainGroup group)
    {
        CpVariable count = Count(group);
        if (count.Max == 1) return count;
        if (!_used.TryGetValue(group, out CpVariable used)) _used[group] = used = NewUsed(count);
        return used;
    }

    /// <summary>Providers that some item has a candidate at, with the groups of those candidates, in the order that breaks ties.</summary>
    public IEnumerable<IGrouping<int, DomainGroup>> GroupsByProvider() =>
        Problem.Items.SelectMany(item => item.GroupsBy(Problem.Domains[Domain.Provider])).GroupBy(group => group.Domain);

    /// <summary>Whether any item uses a provider: 1 exactly when one does.</summary>
    public CpVariable ProviderUsed(IGrouping<int, DomainGroup> provider)
    {
        if (!_providerUsed.TryGetValue(provider.Key, out CpVariable used)) _providerUsed[provider.Key] = used = NewAnyOf([.. provider.Select(Used)]);
        return used;
    }

    /// <summary>A term of the objective; auxiliary variables may exceed what they stand for, never fall below.</summary>
    public LinearSum Term(ObjectiveTerm term)
    {
        if (!_terms.TryGetValue(term, out LinearSum? sum)) _terms[term] = sum = NewTerm(term);
        return sum;
    }

    /// <summary>The placements that a solution stands for.</summary>
    public PlanView PlanOf(IReadOnlyList<long> values) => new(Problem, [.. Problem.Candidates
        .Where(candidate => values[Replicas(candidate).Index] > 0)
        .Select(candidate => new Placement(candidate, (int)values[Replicas(candidate).Index]))]);

    private CpVariable NewCount(DomainGroup group)
    {
        long most = Math.Min(Problem.Items[group.Item].Quantity, group.Candidates.Sum(candidate => (long)candidate.MaxReplicas));
        CpVariable count = Builder.NewVariable(most);
        Builder.AddEqual(Total(group.Candidates).Add(count, -1), 0);
        return count;
    }

    private CpVariable NewUsed(CpVariable count)
    {
        CpVariable used = Builder.NewVariable(1);
        Builder.AddAtLeast(new LinearSum().Add(used, count.Max).Add(count, -1), 0);
        Builder.AddAtLeast(new LinearSum().Add(count, 1).Add(used, -1), 0);
        return used;
    }

    private CpVariable NewAnyOf(IReadOnlyList<CpVariable> literals)
    {
        if (literals.Count == 1) return literals[0];
        CpVariable any = Builder.NewVariable(1);
        foreach (CpVariable literal in literals) Builder.AddClause(~literal.Index, any.Index);
        Builder.AddClause([~any.Index, .. literals.Select(literal => literal.Index)]);
        return any;
    }

    private LinearSum NewTerm(ObjectiveTerm term) => term switch
    {
        ObjectiveTerm.Price => PriceTerm.Of(this),
        ObjectiveTerm.Locality => LocalityTerm.Of(this),
        _ => SovereigntyTerm.Of(this),
    };
}
