using Fulcrum.Solver.Screening;
using Fulcrum.Solver.Supplies;

namespace Fulcrum.Solver.Bounding;

/// <summary>Moves the multipliers of a relaxation along a subgradient of its bound.</summary>
internal sealed class Ascent(ScreenedProblem problem, BoundModel model)
{
    private const double SquaredLengthMin = 1e-9;
    private const double ChargesSlowness = 4;

    /// <summary>Moves.</summary>
    /// <param name="evaluation">The relaxation as it stands.</param>
    /// <param name="answer">Its answer.</param>
    /// <param name="gap">What the bound is thought to lack.</param>
    /// <param name="step">Part of it to aim for.</param>
    public void Step(BoundEvaluation evaluation, RelaxedAnswer answer, double gap, double step)
    {
        StepCharges(evaluation, answer, step / ChargesSlowness);
        double[] traffic = TrafficOf(answer, model.Edges, (edge, choice) => edge.IsCut ? evaluation.WantedFrom(edge, choice.Site).Stays : answer.Has(choice.Answer, edge.Relation.To, edge.ToSiteOf[choice.Site]));
        Step(answer, traffic, NearnessSlopes(evaluation, answer), gap, step);
    }

    private void StepCharges(BoundEvaluation evaluation, RelaxedAnswer answer, double length)
    {
        double[] wanted = new double[model.Edges.Length];
        foreach (Edge edge in model.Edges)
        {
            if (!model.Graph.IsCharged(edge.Number)) continue;
            foreach (RelaxedAnswer.Choice choice in answer.Of(edge.Relation.From))
            {
                int site = evaluation.WantedFrom(edge, choice.Site).Site;
                if (site >= 0) wanted[edge.Number] += choice.Weight * choice.Replicas / edge.From.Quantity * evaluation.ExtrasOf(edge.Relation.To)[site];
            }
        }

        model.Charges.Step(wanted, Math.Min(1, length));
    }

    /// <summary>How the bound changes with what relations pay at each site: by the part of the first item that wants the other there, unless that is there.</summary>
    private Dictionary<(int Relation, int Site), double> NearnessSlopes(BoundEvaluation evaluation, RelaxedAnswer answer)
    {
        Dictionary<(int Relation, int Site), double> slopes = [];
        foreach (Edge edge in model.Edges)
        {
            if (!edge.IsCut) continue;
            foreach (RelaxedAnswer.Choice choice in answer.Of(edge.Relation.From))
            {
                if (evaluation.WantedFrom(edge, choice.Site).Site is >= 0 and var wanted) Add(edge, wanted, choice.Weight * choice.Replicas / edge.From.Quantity);
            }

            foreach (RelaxedAnswer.Choice choice in answer.Of(edge.Relation.To))
            {
                if (choice.IsFirstAtSite) Add(edge, choice.Site, -choice.Weight);
            }
        }

        foreach (((int relation, int site) key, double slope) in slopes)
        {
            if (slope < 0 && model.Nearness.Earned(key.relation, key.site) == 0) slopes.Remove(key);
        }

        return slopes;

        void Add(Edge edge, int site, double part)
        {
            (int, int) key = (edge.Number, edge.To.Sites[site]);
            slopes[key] = slopes.GetValueOrDefault(key) + part;
        }
    }

    private void Step(RelaxedAnswer answer, double[] traffic, Dictionary<(int Relation, int Site), double> wanted, double gap, double step)
    {
        Multipliers multipliers = model.Multipliers!;
        double[][] used = UsedBy(answer);
        List<(int Provider, double Slope)> credits = CreditSlopes(traffic, used);
        Dictionary<(int Pool, int Class), double> scarcities = model.Prices.Slopes(TakenBy(answer));
        double toll = TollSlope(used);
        double squared = multipliers.SquaredLength(used) + credits.Sum(static slope => slope.Slope * slope.Slope) + scarcities.Values.Concat(wanted.Values).Sum(static slope => slope * slope) + (toll * toll);
        if (squared < SquaredLengthMin) return;
        double length = step * gap / squared;
        foreach ((int provider, double slope) in credits) model.ProviderCosts.Move(provider, length * slope);
        model.ProviderCosts.MoveToll(length * toll);
        foreach (((int relation, int site), double slope) in wanted) model.Nearness.Move(relation, site, length * slope);
        multipliers.Step(used, length);
        bool isPriced = false;
        foreach (((int, int) key, double slope) in scarcities) isPriced |= model.Prices.Move(key, length * slope);
        if (isPriced) model.Rebuild();
    }

    /// <summary>The part of its share of each provider's fixed cost that each item pays.</summary>
    private double[][] UsedBy(RelaxedAnswer answer)
    {
        double[][] used = model.Multipliers!.NewUse();
        foreach (RelaxedAnswer.Choice choice in answer.Choices)
        {
            int provider = model.Lists[choice.Item].Providers[choice.Site];
            if (!model.Fillings[choice.Item].IsExact) model.Multipliers.AddUse(used, choice.Item, provider, choice.Weight * choice.Replicas);
            else if (choice.IsFirstAtProvider) used[choice.Item][provider] += choice.Weight;
        }

        return used;
    }

    /// <summary>How the bound changes with the toll: by the providers that a relaxed answer uses beyond those that the order may.</summary>
    private double TollSlope(double[][] used)
    {
        if (problem.Source.Order.Policy.MaxProviders is not { } most) return 0;
        double slope = model.Multipliers!.Providers.Sum(provider => model.Multipliers.MeanUse(used, provider)) - most;
        return slope < 0 && model.ProviderCosts.Toll == 0 ? 0 : slope;
    }

    /// <summary>Units that a relaxed answer takes, by pool and class.</summary>
    private Dictionary<(int Pool, int Class), double> TakenBy(RelaxedAnswer answer)
    {
        Dictionary<(int, int), double> taken = [];
        foreach (RelaxedAnswer.Choice choice in answer.Choices)
        {
            ScreenedItem screened = problem.Items[choice.Item];
            int way = model.Lists[choice.Item].Blocks[choice.Block].Way;
            OfferShape shape = screened.ShapeOf(way);
            for (int i = 0; i < shape.Classes.Length; i++)
            {
                (int, int) key = (screened.Ways.Pools[way], shape.Classes[i]);
                taken[key] = taken.GetValueOrDefault(key) + (choice.Weight * shape.Amounts[i] * choice.Replicas);
            }
        }

        return taken;
    }

    /// <summary>How the bound changes with what each provider's traffic costs.</summary>
    private List<(int Provider, double Slope)> CreditSlopes(double[] traffic, double[][] used)
    {
        List<(int, double)> slopes = [];
        foreach (int provider in model.Multipliers!.Providers)
        {
            double slope = model.ProviderCosts.Slope(provider, traffic[provider], model.Multipliers.MeanUse(used, provider));
            if (slope != 0) slopes.Add((provider, slope));
        }

        return slopes;
    }

    /// <summary>Traffic that leaves each provider in a relaxed answer, MiB.</summary>
    private double[] TrafficOf(RelaxedAnswer answer, IReadOnlyList<Edge> edges, Func<Edge, RelaxedAnswer.Choice, bool> stays)
    {
        double[] traffic = new double[problem.Source.Providers.Count];
        foreach (RelaxedAnswer.Choice choice in answer.Choices) Add(choice, problem.Items[choice.Item].UserTrafficMiB);
        foreach (Edge edge in edges)
        {
            if (edge.Relation.TrafficMiB == 0) continue;
            foreach (RelaxedAnswer.Choice choice in answer.Of(edge.Relation.From))
            {
                if (!stays(edge, choice)) Add(choice, edge.Relation.TrafficMiB);
            }
        }

        return traffic;

        void Add(RelaxedAnswer.Choice choice, long mib) => traffic[model.Lists[choice.Item].Providers[choice.Site]] += choice.Weight * mib * choice.Replicas;
    }
}
