using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Drafting;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Screening;
using Fulcrum.Solver.Search;

namespace Fulcrum.Solver.Tests.Solving;

/// <summary>The parts that make drafts of a small problem. Pools have no offers, so that the ways of an item are its pools, in their order.</summary>
internal sealed class DraftBench : IDisposable
{
    private readonly ScreenedProblem _screened;
    private readonly ItemCosts[] _costs;
    private readonly RelationCosts[] _relations;
    private readonly Weights _weights;

    public DraftBench(PlacementProblem problem)
    {
        _screened = ScreenedProblem.Of(problem, seed: 1, isPruned: false);
        _weights = Weights.Of(problem.Order.Objective);
        _costs = [.. _screened.Items.Select(item => new ItemCosts(_screened, item, _weights))];
        _relations = [.. _screened.Relations.Select(relation => new RelationCosts(relation, _screened.Supply.Domains, _weights))];
        Model = new BoundModel(_screened, _costs, _relations, new ProviderCosts(_screened, _weights, hasFixed: true));
        Judge = new DraftJudge(_screened, _weights, _costs, _relations);
        Stopper = new Stopper(new SearchLimits(TimeProvider.System, new SolveOptions { Deterministic = true }, startedAt: 0), TestContext.Current.CancellationToken);
        Incumbent = new Incumbent(_screened, new WeightedAim(_screened, _weights));
    }

    public BoundModel Model { get; }

    public DraftJudge Judge { get; }

    public Stopper Stopper { get; }

    public Incumbent Incumbent { get; }

    public LocalSearch Local => new(_costs, Judge, Stopper);

    public WaysByProvider Ways => new(_costs);

    public int[][] AllWays => [.. _costs.Select(static item => item.Active.ToArray())];

    public SiteSearch Sites => new(Model.Lists, Judge, new WayPlaces(_costs, _screened.Supply.Domains), Stopper);

    public int[] AllSites => [.. Enumerable.Range(0, _screened.Supply.Domains.Sites.Length)];

    public Drafts Drafts => new(_screened, _weights, Model, _relations, Incumbent, Stopper);

    /// <summary>A draft from (item, way, replicas).</summary>
    public Draft Draft(params (int Item, int Way, int Replicas)[] parts)
    {
        Draft draft = new(_costs.Length);
        foreach ((int item, int way, int replicas) in parts) draft.Add(item, way, replicas);
        return draft;
    }

    public void Dispose()
    {
        foreach (ItemCosts item in _costs) item.Dispose();
        _screened.Dispose();
    }
}
