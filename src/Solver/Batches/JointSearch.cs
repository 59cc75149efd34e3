using Fulcrum.Solver.Certification;
using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Explanation;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;
using Fulcrum.Solver.Scoring;
using Fulcrum.Solver.Search;

namespace Fulcrum.Solver.Batches;

/// <summary>Searches plans of several orders in one model: each order has its own rules, fees and egress, the pools' capacity is shared.</summary>
internal sealed class JointSearch(
    TimeProvider time, PlacementProblem market, IReadOnlyList<Order> orders, IReadOnlyList<int> chosen, SolveOptions options, CancellationToken cancellationToken)
{
    private readonly CpBuilder _builder = new();

    /// <summary>Searches, starting from known plans of all the orders where there are some.</summary>
    public JointAnswer Run(IReadOnlyList<PlacementResult> known)
    {
        SearchLimits limits = new(time, options, time.GetTimestamp());
        PlacementModel[] models = [.. chosen.Select(index => new PlacementModel(ProblemCompiler.Compile(market with { Order = orders[index] }, options.Seed), _builder))];
        ShareCapacity(models);
        LinearSum sum = new();
        foreach (PlacementModel model in models) AddObjective(model, sum);
        if (chosen.All(index => known[index].Plan is not null)) Hint(models, known);
        SearchOutcome outcome = CpSatSearch.Minimise(models[0], sum, limits, cancellationToken);
        return new JointAnswer(outcome.Status, outcome.Plan is null ? null : [.. models.Select(model => ToResult(model, outcome))], outcome.Bound);
    }

    private void ShareCapacity(PlacementModel[] models)
    {
        PoolStock stock = new(market);
        var pools = models.SelectMany(static model => model.Problem.Candidates.Select(candidate => (Model: model, Candidate: candidate))).GroupBy(static use => use.Candidate.Pool);
        foreach (var pool in pools.Where(static uses => uses.Select(static use => use.Model).Distinct().Skip(1).Any()))
        {
            foreach (string resourceClass in pool.SelectMany(static use => use.Candidate.Consumption.Keys).Distinct(StringComparer.Ordinal))
            {
                LinearSum consumed = new();
                foreach ((PlacementModel model, Candidate candidate) in pool) consumed.Add(model.Replicas(candidate), candidate.Consumption.GetValueOrDefault(resourceClass));
                _builder.AddAtMost(consumed, stock.Free(pool.Key, resourceClass));
            }
        }
    }

    private static void AddObjective(PlacementModel model, LinearSum sum)
    {
        foreach (ObjectiveTerm term in Enum.GetValues<ObjectiveTerm>())
        {
            int weight = model.Problem.Source.Order.Objective.WeightThousandths(term);
            if (weight != 0) sum.Add(model.Term(term), weight);
        }
    }

    private void Hint(PlacementModel[] models, IReadOnlyList<PlacementResult> known) => _builder.Hint(models.Index().SelectMany(entry =>
    {
        Dictionary<(int, int, int), int> replicas = known[chosen[entry.Index]].Plan!.Lines.ToDictionary(static line => (line.Item, line.Pool, line.Offer), static line => line.Quantity);
        return entry.Item.Problem.Candidates.Select(candidate => (entry.Item.Replicas(candidate), (long)replicas.GetValueOrDefault((candidate.Item, candidate.Pool, candidate.Offer))));
    }));

    private static PlacementResult ToResult(PlacementModel model, SearchOutcome outcome)
    {
        PlanView view = model.PlanOf(outcome.Values);
        ScoreBreakdown score = PlanScorer.Score(view);
        Answer answer = new(PlacementStatus.Feasible, view, 0, ProofKind.Search, []);
        return new PlacementResult
        {
            Status = PlacementStatus.Feasible,
            Plan = view.ToPlan(),
            Score = score,
            Certificate = CertificateWriter.Write(model.Problem.Source, model.Problem.Supply, model.Problem.Seed, answer, score),
            Funnel = [.. model.Problem.Items.Select(static item => item.Funnel)],
            Times = new StageTimes(0, 0, 0, 0),
        };
    }
}
