using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Drafting;
using Fulcrum.Solver.Screening;
using Fulcrum.Solver.Search;
using Fulcrum.Solver.Supplies;

namespace Fulcrum.Solver.Pipeline;

/// <summary>Narrows a weighted problem from both sides: multipliers lift the bound, drafts lower the incumbent, and ways that cannot be part of a better plan are dropped.</summary>
internal sealed class BoundingPhase
{
    private const int RoundsMax = 150;
    private const int RoundsBetweenDrops = 8;
    private const int RoundsWithoutProgress = 6;
    private const int ProgressParts = 200;
    private const int PromisingPerItem = 24;
    private const double FirstStep = 1.0;
    private const double LastStep = 0.05;
    private const int PromisingProviders = 24;
    private const int FirstProviderTries = 80;
    private const int LaterProviderTries = 24;
    private const int CloseParts = 50;
    private const double AssumedGap = 0.05;
    private const double NearnessSlowness = 4;

    private readonly ScreenedProblem _problem;
    private readonly Weights _weights;
    private readonly RelationCosts[] _relations;
    private readonly BoundModel _model;
    private readonly DraftJudge _judge;
    private readonly SearchLimits _limits;
    private readonly CancellationToken _cancellationToken;
    private readonly Incumbent _incumbent;
    private int[][] _promising;

    /// <summary>A phase over all ways of a problem.</summary>
    public BoundingPhase(ScreenedProblem problem, Weights weights, IReadOnlyList<ItemCosts> costs, Incumbent incumbent, SearchLimits limits, CancellationToken cancellationToken)
    {
        (_problem, _weights, _incumbent, _limits, _cancellationToken) = (problem, weights, incumbent, limits, cancellationToken);
        _relations = [.. problem.Relations.Select(relation => new RelationCosts(relation, problem.Supply.Domains, weights))];
        _model = new BoundModel(problem, weights, costs, _relations);
        _judge = new DraftJudge(problem, weights, costs, _relations);
        _promising = [.. costs.Select(static _ => Array.Empty<int>())];
    }

    /// <summary>No plan costs less; infinite when none exists, or none better than the incumbent.</summary>
    public long Bound { get; private set; } = long.MinValue;

    /// <summary>Whether nothing can be better than the incumbent, or no plan exists.</summary>
    public bool IsClosed => Bound >= _incumbent.Cost;

    /// <summary>Runs until the gap is closed or progress ends.</summary>
    public void Run()
    {
        double step = FirstStep;
        int idle = 0;
        long best = long.MinValue;
        for (int round = 0; round < RoundsMax && step > LastStep && (round == 0 || !_limits.IsExhausted); round++)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            BoundEvaluation evaluation = new(_model);
            bool isDropping = round % RoundsBetweenDrops == 0;
            long[] least = isDropping ? evaluation.LeastByItem() : evaluation.LeastByRoot();
            long total = evaluation.Total(least);
            Raise(total);
            if (IsClosed) return;
            List<(int Block, int Replicas)>[] chosen = evaluation.Choose(isConsistent: true);
            Draft? draft = new DraftBuilder(_model, _judge).Build(chosen);
            bool improved = draft is not null && TryDraft(draft, isThorough: false);
            if (IsClosed) return;
            if (isDropping)
            {
                FindPromising(evaluation);
                improved |= (draft is not null && TryDraft(draft, isThorough: true)) | SearchProviders(chosen, round == 0 ? FirstProviderTries : LaterProviderTries);
                if (IsClosed) return;
            }

            if (total > best)
            {
                idle = best == long.MinValue || total - best > (_incumbent.Cost - best) / ProgressParts ? 0 : idle + 1;
                best = total;
                _model.Remember();
            }
            else
            {
                idle++;
            }

            if (idle >= RoundsWithoutProgress)
            {
                (idle, step) = (0, step / 2);
                _model.Recall();
                continue;
            }

            if (isDropping || improved)
            {
                if (!isDropping) least = evaluation.LeastByItem();
                if (Drop(evaluation, least) && Rebuild()) continue;
                if (IsClosed) return;
            }

            chosen = evaluation.Choose(isConsistent: false);
            StepNearness(evaluation, chosen, step / NearnessSlowness);
            Step(evaluation, chosen, total, step);
        }
    }

    private void Raise(long total)
    {
        long bound = total >= Cost.Infinite ? Cost.Infinite : _weights.RoundUp(total);
        if (bound <= Bound) return;
        Bound = bound;
        Report();
    }

    private bool Offer(Draft draft, long cost)
    {
        bool improved = _incumbent.Offer(draft, cost);
        if (improved) Report();
        return improved;
    }

    private void Report() => _limits.Report(_incumbent.Plan is null ? null : _incumbent.Cost, Math.Min(Bound, _incumbent.Cost));

    /// <summary>The ways of least cost in the relaxation, by item: where drafts look first.</summary>
    private void FindPromising(BoundEvaluation evaluation)
    {
        _promising = [.. Enumerable.Range(0, _model.Lists.Length).Select(item =>
        {
            TreeRoot root = evaluation.RootAt(item);
            SiteList list = _model.Lists[item];
            int[] sites = [.. Enumerable.Range(0, list.Count)];
            long[] keys = [.. sites.Select(site => root.With(site, root.PerReplica[site]))];
            Array.Sort(keys, sites);
            return sites.Take(PromisingPerItem).Select(site => list.Blocks[list.Starts[site]].Way).Where(static way => way >= 0).ToArray();
        })];
    }

    private bool TryDraft(Draft draft, bool isThorough)
    {
        long cost = _judge.Judge(draft);
        if (isThorough || (cost < Cost.Infinite && cost - (cost / CloseParts) < _incumbent.Cost && _incumbent.Plan is not null))
        {
            (draft, cost) = new LocalSearch(_model.Costs, _judge).Improve(draft, _promising, _cancellationToken);
        }

        return Offer(draft, cost);
    }

    private bool SearchProviders(List<(int Block, int Replicas)>[] chosen, int triesMax)
    {
        if (chosen.Length == 1) return false;
        int[] providerOf = _problem.Supply.Domains.ProviderOf;
        IEnumerable<int> promising = _promising
            .SelectMany((ways, item) => ways.Select((way, place) => (Provider: providerOf[_problem.Items[item].Ways.Pools[way]], Place: place)))
            .GroupBy(static entry => entry.Provider)
            .OrderByDescending(static group => group.Sum(static entry => 1.0 / (1 + entry.Place)))
            .ThenBy(static group => group.Key)
            .Select(static group => group.Key);
        IEnumerable<int> start = _incumbent.Plan is { } plan
            ? plan.Placements.Select(placement => providerOf[placement.Candidate.Pool])
            : chosen.SelectMany((blocks, item) => blocks.Select(choice => _model.Lists[item].Providers[_model.Fillings[item].SiteOfBlock[choice.Block]]));
        ProviderSearch search = new(_problem, _weights, _model.Costs, _relations, _judge, triesMax, _cancellationToken);
        search.Run([.. start.Distinct()], [.. promising.Take(PromisingProviders)]);
        if (search.Best is null || search.Cost >= Cost.Infinite) return false;
        (Draft draft, long cost) = new LocalSearch(_model.Costs, _judge).Improve(search.Best, _promising, _cancellationToken);
        return Offer(draft, cost);
    }

    /// <summary>Drops the ways with which the bound is not below the incumbent.</summary>
    private bool Drop(BoundEvaluation evaluation, long[] least)
    {
        if (_incumbent.Cost >= Cost.Infinite) return DropImpossible(evaluation);
        long total = evaluation.Total(least);
        bool dropped = false;
        for (int item = 0; item < _model.Lists.Length; item++)
        {
            TreeRoot root = evaluation.RootWithAbsorbed(item);
            long rest = total - least[item];
            long floor = least[item];
            SiteList list = _model.Lists[item];
            ItemCosts costs = _model.Costs[item];
            int before = costs.Active.Length;
            int position = 0;
            costs.Keep(way =>
            {
                int site = list.SiteOfWay[position++];
                long replica = Cost.Add(root.PerReplica[site], costs.OfWay[way] + _model.Prices.Of(costs.Item, way) - list.First(site));
                return _weights.RoundUp(Cost.Add(rest, Math.Max(floor, root.With(site, replica)))) < _incumbent.Cost;
            });
            dropped |= costs.Active.Length < before;
            if (costs.Active.Length == 0) Bound = Cost.Infinite;
        }

        return dropped;
    }

    private bool DropImpossible(BoundEvaluation evaluation)
    {
        bool dropped = false;
        for (int item = 0; item < _model.Lists.Length; item++)
        {
            TreeRoot root = evaluation.RootAt(item);
            SiteList list = _model.Lists[item];
            int before = _model.Costs[item].Active.Length;
            int position = 0;
            _model.Costs[item].Keep(_ => root.PerReplica[list.SiteOfWay[position++]] < Cost.Infinite);
            dropped |= _model.Costs[item].Active.Length < before;
            if (_model.Costs[item].Active.Length == 0) Bound = Cost.Infinite;
        }

        return dropped;
    }

    private bool Rebuild()
    {
        if (IsClosed) return false;
        _model.Rebuild();
        return true;
    }

    private void StepNearness(BoundEvaluation evaluation, List<(int Block, int Replicas)>[] chosen, double length)
    {
        Dictionary<RelationCosts, double[]> used = new(ReferenceEqualityComparer.Instance);
        foreach (RelationCosts relation in _model.Forest.Relations)
        {
            if (_model.Lists[relation.To].Quantity == 1) continue;
            double[] parts = used[relation] = new double[_problem.Source.Market.Locations.Count];
            SiteList source = _model.Lists[relation.From];
            foreach ((int block, int replicas) in chosen[relation.From])
            {
                int nearest = evaluation.NearestFor(relation, source.Locations[_model.Fillings[relation.From].SiteOfBlock[block]]);
                if (nearest >= 0) parts[nearest] += (double)replicas / source.Quantity;
            }
        }

        _model.Nearness.Step(used, Math.Min(1, length));
    }

    private void Step(BoundEvaluation evaluation, List<(int Block, int Replicas)>[] chosen, long total, double step)
    {
        double[][] used = _model.Multipliers.NewUse();
        for (int item = 0; item < chosen.Length; item++)
        {
            foreach ((int block, int replicas) in chosen[item]) _model.Multipliers.AddUse(used, item, _model.Fillings[item].SiteOfBlock[block], replicas, _model.Fillings[item].IsExact);
        }

        Dictionary<int, double> slopes = EgressSlopes(evaluation, chosen, used);
        Dictionary<(int Pool, int Class), double> scarcities = _model.Prices.Slopes(TakenBy(chosen));
        double squared = _model.Multipliers.SquaredLength(used) + slopes.Values.Sum(static slope => slope * slope) + scarcities.Values.Sum(static slope => slope * slope);
        if (squared < 1e-9) return;
        double gap = _incumbent.Cost >= Cost.Infinite ? Math.Abs((double)total) * AssumedGap : _incumbent.Cost - total;
        double length = step * gap / squared;
        _model.Multipliers.Step(used, length);
        foreach ((int slot, double slope) in slopes)
        {
            int provider = _model.Multipliers.Providers[slot];
            _model.ProviderCosts.Move(provider, length * slope);
            _model.Multipliers.SetFixed(slot, _model.ProviderCosts.Fixed(provider));
        }

        bool isPriced = false;
        foreach (((int, int) key, double slope) in scarcities) isPriced |= _model.Prices.Move(key, length * slope);
        if (isPriced) _model.Rebuild();
    }

    /// <summary>Units that a relaxed answer takes, by pool and class.</summary>
    private Dictionary<(int Pool, int Class), double> TakenBy(List<(int Block, int Replicas)>[] chosen)
    {
        Dictionary<(int, int), double> taken = [];
        for (int item = 0; item < chosen.Length; item++)
        {
            ScreenedItem screened = _problem.Items[item];
            foreach ((int block, int replicas) in chosen[item])
            {
                int way = _model.Lists[item].Blocks[block].Way;
                OfferShape shape = screened.ShapeOf(way);
                for (int i = 0; i < shape.Classes.Length; i++)
                {
                    (int, int) key = (screened.Ways.Pools[way], shape.Classes[i]);
                    taken[key] = taken.GetValueOrDefault(key) + ((double)shape.Amounts[i] * replicas);
                }
            }
        }

        return taken;
    }

    /// <summary>How the bound changes with what each provider's traffic costs, by slot.</summary>
    private Dictionary<int, double> EgressSlopes(BoundEvaluation evaluation, List<(int Block, int Replicas)>[] chosen, double[][] used)
    {
        Dictionary<int, double> traffic = TrafficOf(evaluation, chosen);
        Dictionary<int, double> slopes = [];
        for (int slot = 0; slot < _model.Multipliers.Slots; slot++)
        {
            int provider = _model.Multipliers.Providers[slot];
            double slope = _model.ProviderCosts.Slope(provider, traffic.GetValueOrDefault(provider), _model.Multipliers.MeanUse(used, slot));
            if (slope != 0) slopes[slot] = slope;
        }

        return slopes;
    }

    /// <summary>Traffic that leaves each provider in a relaxed answer, MiB.</summary>
    private Dictionary<int, double> TrafficOf(BoundEvaluation evaluation, List<(int Block, int Replicas)>[] chosen)
    {
        Dictionary<int, double> traffic = [];
        for (int item = 0; item < chosen.Length; item++)
        {
            long users = _problem.Items[item].UserTrafficMiB;
            foreach ((int block, int replicas) in chosen[item]) Add(item, block, (double)users * replicas);
        }

        foreach (RelationCosts relation in _model.Forest.Relations)
        {
            if (relation.TrafficMiB == 0) continue;
            HashSet<int> targets = [.. chosen[relation.To].Select(choice => _model.Lists[relation.To].Sites[_model.Fillings[relation.To].SiteOfBlock[choice.Block]])];
            foreach ((int block, int replicas) in chosen[relation.From])
            {
                int position = _model.Fillings[relation.From].SiteOfBlock[block];
                bool stays = _model.Lists[relation.To].Quantity == 1 ? targets.Contains(_model.Lists[relation.From].Sites[position]) : evaluation.Stays(relation, position);
                if (!stays) Add(relation.From, block, (double)relation.TrafficMiB * replicas);
            }
        }

        return traffic;

        void Add(int item, int block, double mib)
        {
            int provider = _model.Lists[item].Providers[_model.Fillings[item].SiteOfBlock[block]];
            traffic[provider] = traffic.GetValueOrDefault(provider) + mib;
        }
    }
}
