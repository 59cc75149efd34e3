using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Screening;
using Fulcrum.Solver.Search;

namespace Fulcrum.Solver.Drafting;

/// <summary>Turns answers of the relaxation into plans.</summary>
internal sealed class Drafts
{
    private const int PromisingPerItem = 24;
    private const int PromisingProviders = 24;
    private const int PromisingSitesMax = 32;
    private const int MovableReplicas = 16;
    private const int MendingsMax = 2;
    private const int MendingRounds = 20;
    private const int ClimbingParts = 10;
    private const int CloseParts = 50;

    private readonly ScreenedProblem _problem;
    private readonly BoundModel _model;
    private readonly Incumbent _incumbent;
    private readonly IDraftJudge _judge;
    private readonly LocalSearch _local;
    private readonly ProviderSearch _providers;
    private readonly Lazy<AnchorSearch> _anchors;
    private readonly WayPlaces _places;
    private readonly Stopper _stopper;
    private readonly HashSet<long> _climbed = [];
    private readonly bool _isMovable;
    private int[][] _promising;
    private Draft? _best;
    private int[] _promisingSites = [];
    private int _mendings;
    private SiteSearch _sites;
    private WaysByProvider _ways;

    /// <summary>Drafts of a problem.</summary>
    public Drafts(ScreenedProblem problem, Weights weights, BoundModel model, IReadOnlyList<RelationCosts> relations, Incumbent incumbent, Stopper stopper)
    {
        (_problem, _model, _incumbent, _stopper) = (problem, model, incumbent, stopper);
        _judge = incumbent.Aim.JudgeOf(model.Costs, relations);
        _local = new LocalSearch(model.Costs, _judge, stopper);
        _providers = new ProviderSearch(problem, weights, model.Costs, relations, _judge, stopper);
        _anchors = new Lazy<AnchorSearch>(() => new AnchorSearch(problem, weights, model, relations, _judge, stopper), isThreadSafe: false);
        _places = new WayPlaces(model.Costs, problem.Supply.Domains);
        _sites = NewSites(_judge);
        _isMovable = problem.Items.All(static item => item.Definition.Quantity <= MovableReplicas);
        _promising = [.. model.Costs.Select(static _ => Array.Empty<int>())];
        _ways = new WaysByProvider(model.Costs);
    }

    /// <summary>Tries the plan that an answer of the relaxation comes down to, and moves near it if it comes close to the incumbent.</summary>
    /// <returns>Whether the incumbent is better now.</returns>
    public bool Try(List<(int Block, int Replicas)>[] chosen)
    {
        if (new DraftBuilder(_model, _judge).Build(chosen) is not { } draft) return false;
        _judge.Note(draft);
        long cost = _judge.Judge(draft);
        bool isClose = cost < Cost.Infinite && cost - (cost / CloseParts) < _incumbent.Cost;
        return isClose ? Improve(draft) : Offer(draft, cost);
    }

    /// <summary>Looks further: at the ways of least cost in the relaxation, and at sets of providers.</summary>
    /// <param name="evaluation">The relaxation.</param>
    /// <param name="providerTries">So many sets of providers are tried.</param>
    /// <param name="isMending">Whether drafts that break rules are mended: there is no plan, or none that is any good.</param>
    /// <returns>Whether the incumbent is better now.</returns>
    public bool Search(BoundEvaluation evaluation, int providerTries, bool isMending)
    {
        _ways = new WaysByProvider(_model.Costs);
        FindPromising(evaluation);
        _promisingSites = Promising(_problem.Supply.Domains.SiteOf, PromisingSitesMax);
        List<(int Block, int Replicas)>[] chosen = new BoundEvaluation(_model.Together()).ChoosePlan();
        DraftBuilder builder = new(_model, _judge);
        (Draft? together, Draft? apart) = (builder.Build(chosen), builder.Build(evaluation.ChoosePlan()));
        _sites = NewSites(_judge);
        bool improved = Climb(together) | Climb(apart);
        if (isMending && !improved && _isMovable && _mendings < MendingsMax && _judge.Lenient is { } lenient)
        {
            _mendings++;
            improved = Mend(together, lenient) | Mend(apart, lenient);
            improved = improved || _anchors.Value.Drafts(evaluation).Any(draft => Mend(draft, lenient));
        }

        improved |= Climb(_incumbent.Known) | Climb(_best);
        return chosen.Length > 1 ? SearchProviders(chosen, providerTries) | improved : improved;
    }

    private bool Improve(Draft draft)
    {
        (Draft improved, long cost) = _local.Improve(draft, _promising, _ways);
        return Offer(improved, cost);
    }

    /// <summary>Moves items and replicas, one by one and several at once, as long as that helps.</summary>
    private bool Climb(Draft? draft)
    {
        if (draft is null) return false;
        (Draft present, long cost) = _local.Improve(draft, _promising, _ways);
        while (_isMovable && cost - (cost / ClimbingParts) < _incumbent.Cost && _climbed.Add(cost) && _sites.Find(present, _promisingSites) is { } found)
        {
            (present, cost) = _local.Improve(found.Draft, _promising, _ways);
        }

        return Offer(present, cost);
    }

    /// <summary>Moves items and replicas as long as a draft breaks fewer rules, or as many and costs less.</summary>
    private bool Mend(Draft? draft, IDraftJudge lenient)
    {
        if (draft is null) return false;
        LocalSearch local = new(_model.Costs, lenient, _stopper);
        SiteSearch sites = NewSites(lenient);
        (Draft mended, _) = local.Improve(draft, _promising, _ways);
        for (int round = 0; round < MendingRounds && _judge.Judge(mended) >= Cost.Infinite; round++)
        {
            if (sites.Find(mended, _promisingSites) is not { } found) break;
            (mended, _) = local.Improve(found.Draft, _promising, _ways);
        }

        return Climb(mended);
    }

    private bool Offer(Draft draft, long cost)
    {
        if (!_incumbent.Offer(draft, cost)) return false;
        _best = draft;
        return true;
    }

    private SiteSearch NewSites(IDraftJudge judge) => new(_model.Lists, judge, _places, _stopper);

    /// <summary>The sites or providers of promising ways: those of many items and of the least cost first.</summary>
    /// <param name="domainOf">Site or provider by pool.</param>
    /// <param name="most">So many at most.</param>
    private int[] Promising(int[] domainOf, int most) =>
    [
        .. _promising
            .SelectMany((ways, item) => ways.Select((way, place) => (Pool: _places.PoolOf(item, way), Place: place)))
            .Select(entry => (Domain: domainOf[entry.Pool], Rank: _problem.RankOf(entry.Pool), entry.Place))
            .GroupBy(static entry => entry.Domain)
            .OrderByDescending(static group => group.Sum(static entry => 1.0 / (1 + entry.Place)))
            .ThenBy(static group => group.Min(static entry => entry.Rank))
            .Take(most)
            .Select(static group => group.Key),
    ];

    /// <summary>The ways of least cost in the relaxation, by item: where drafts look first.</summary>
    private void FindPromising(BoundEvaluation evaluation)
    {
        _promising = [.. Enumerable.Range(0, _model.Lists.Length).Select(item =>
        {
            TreeRoot root = evaluation.RootAt(item);
            SiteList list = root.List;
            PriorityQueue<int, (long, int)> dearest = new();
            for (int site = 0; site < list.Count; site++)
            {
                (long, int) priority = (-root.With(site, more: 0), -site);
                if (dearest.Count < PromisingPerItem) dearest.Enqueue(site, priority);
                else dearest.EnqueueDequeue(site, priority);
            }

            int[] sites = new int[dearest.Count];
            for (int i = sites.Length - 1; i >= 0; i--) sites[i] = dearest.Dequeue();
            return sites.Select(site => list.Blocks[list.Starts[site]].Way).Where(static way => way >= 0).ToArray();
        })];
    }

    private bool SearchProviders(List<(int Block, int Replicas)>[] chosen, int triesMax)
    {
        int[] providerOf = _problem.Supply.Domains.ProviderOf;
        IEnumerable<int> start = _incumbent.Plan is { } plan
            ? plan.Placements.Select(placement => providerOf[placement.Candidate.Pool])
            : chosen.SelectMany((blocks, item) => blocks.Select(choice => _model.Lists[item].Providers[_model.Lists[item].SiteOfBlock(choice.Block)]));
        _providers.Run([.. start.Distinct()], Promising(providerOf, PromisingProviders), _ways, triesMax);
        return _providers.Best is { } best && _providers.Cost < _incumbent.Cost + (_incumbent.Cost / ClimbingParts) && Climb(best);
    }
}
