using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Screening;

namespace Fulcrum.Solver.Drafting;

/// <summary>Judges that say of a draft what one term of it is worth, in micro-EUR per month.</summary>
internal sealed class TermJudges(ScreenedProblem problem) : IDisposable
{
    private readonly Dictionary<ObjectiveTerm, DraftJudge> _judges = [];
    private readonly List<ItemCosts> _costs = [];

    /// <summary>The judge of a term.</summary>
    public DraftJudge Of(ObjectiveTerm term)
    {
        if (!_judges.TryGetValue(term, out DraftJudge? judge)) _judges[term] = judge = New(TermAim.WeightsOf(term, 1, []));
        return judge;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (ItemCosts costs in _costs) costs.Dispose();
    }

    private DraftJudge New(Weights weights)
    {
        ItemCosts[] costs = [.. problem.Items.Select(item => new ItemCosts(problem, item, weights))];
        _costs.AddRange(costs);
        return new DraftJudge(problem, weights, costs, [.. problem.Relations.Select(relation => new RelationCosts(relation, problem.Supply.Domains, weights))]);
    }
}
