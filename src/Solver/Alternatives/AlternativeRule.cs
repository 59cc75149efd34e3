using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Rules;
using Fulcrum.Solver.Scoring;
using Fulcrum.Solver.Search;

namespace Fulcrum.Solver.Alternatives;

/// <summary>The plan differs from each excluded one in the sites that some item uses.</summary>
internal sealed class AlternativeRule : HardRule
{
    public override string Name => "alternative";

    public override void Constrain(PlacementModel model)
    {
        foreach (PlanSignature excluded in model.Problem.Source.Side.Excluded) Exclude(model, excluded);
    }

    public override bool IsMetBy(PlanView plan) =>
        plan.Problem.Source.Side.Excluded.All(excluded => excluded.Items.Index().Any(item => !item.Item.SetEquals(SitesOf(plan, item.Index))));

    /// <summary>One clause: some site of the excluded plan is not used by its item, or some item has a replica at another site.</summary>
    private static void Exclude(PlacementModel model, PlanSignature excluded)
    {
        List<int> literals = [];
        foreach (CompiledItem item in model.Problem.Items)
        {
            ILookup<bool, DomainGroup> bySide = item.GroupsBy(model.Problem.Domains.Sites)
                .ToLookup(group => excluded.Items[item.Index].Contains(SiteOf(model.Problem, group.Candidates[0])));
            if (bySide[true].Count() < excluded.Items[item.Index].Count) return;
            literals.AddRange(bySide[true].Select(group => ~model.Used(group).Index));
            if (bySide[false].Any()) literals.Add(Elsewhere(model, [.. bySide[false].SelectMany(static group => group.Candidates)]).Index);
        }

        model.Builder.AddClause(literals);
    }

    /// <summary>A literal that can only be true when some of the candidates have a replica.</summary>
    private static CpVariable Elsewhere(PlacementModel model, IReadOnlyList<Candidate> candidates)
    {
        CpVariable elsewhere = model.Builder.NewVariable(1);
        model.Builder.AddAtLeast(model.Total(candidates).Add(elsewhere, -1), 0);
        return elsewhere;
    }

    private static HashSet<Site> SitesOf(PlanView plan, int item) => [.. plan.Of(item).Select(placement => SiteOf(plan.Problem, placement.Candidate))];

    private static Site SiteOf(CompiledProblem problem, Candidate candidate) => new(problem.ProviderOf(candidate), problem.LocationOf(candidate));
}
