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
    /// <param name="gap">What the bound is thought to lack.</param>
    /// <param name="step">Part of it to aim for.</param>
    public void Step(BoundEvaluation evaluation, double gap, double step)
    {
        Choice[] choices = ChoicesOf(evaluation.Choose());
        StepCharges(evaluation, choices, step / ChargesSlowness);
        Step(choices, TrafficOf(choices, model.Edges, (edge, site) => edge.IsCut ? evaluation.WantedFrom(edge, site).Stays : Shares(edge, site, choices)), gap, step);
    }

    /// <summary>Moves along a subgradient of the other bound.</summary>
    public void Step(TreeBound tree, double gap, double step)
    {
        Choice[] choices = ChoicesOf(tree.Choose());
        Step(choices, TrafficOf(choices, [.. model.MainEdges.OfType<Edge>()], (edge, site) => Shares(edge, site, choices)), gap, step);
    }

    private Choice[] ChoicesOf(List<(int Block, int Replicas)>[] chosen) =>
        [.. chosen.SelectMany((blocks, item) => blocks.Select(block => new Choice(item, block.Block, model.Lists[item].SiteOfBlock(block.Block), block.Replicas)))];

    private readonly record struct Choice(int Item, int Block, int Site, int Replicas);

    private void StepCharges(BoundEvaluation evaluation, Choice[] choices, double length)
    {
        double[] wanted = new double[model.Edges.Length];
        foreach (Edge edge in model.Edges)
        {
            if (!edge.IsCut) continue;
            foreach (Choice choice in choices)
            {
                if (choice.Item == edge.Relation.From) wanted[edge.Number] += (double)choice.Replicas / edge.From.Quantity * evaluation.WantedFrom(edge, choice.Site).Extra;
            }
        }

        model.Charges.Step(wanted, Math.Min(1, length));
    }

    private void Step(Choice[] choices, double[] traffic, double gap, double step)
    {
        Multipliers multipliers = model.Multipliers!;
        double[][] used = multipliers.NewUse();
        foreach (Choice choice in choices) multipliers.AddUse(used, choice.Item, model.Lists[choice.Item].Providers[choice.Site], choice.Replicas, model.Fillings[choice.Item].IsExact);
        List<(int Provider, double Slope)> credits = CreditSlopes(traffic, used);
        Dictionary<(int Pool, int Class), double> scarcities = model.Prices.Slopes(TakenBy(choices));
        double toll = TollSlope(used);
        double squared = multipliers.SquaredLength(used) + credits.Sum(static slope => slope.Slope * slope.Slope) + scarcities.Values.Sum(static slope => slope * slope) + (toll * toll);
        if (squared < SquaredLengthMin) return;
        double length = step * gap / squared;
        foreach ((int provider, double slope) in credits) model.ProviderCosts.Move(provider, length * slope);
        model.ProviderCosts.MoveToll(length * toll);
        multipliers.Step(used, length);
        bool isPriced = false;
        foreach (((int, int) key, double slope) in scarcities) isPriced |= model.Prices.Move(key, length * slope);
        if (isPriced) model.Rebuild();
    }

    /// <summary>How the bound changes with the toll: by the providers that a relaxed answer uses beyond those that the order may.</summary>
    private double TollSlope(double[][] used)
    {
        if (problem.Source.Order.Policy.MaxProviders is not { } most) return 0;
        double slope = model.Multipliers!.Providers.Sum(provider => model.Multipliers.MeanUse(used, provider)) - most;
        return slope < 0 && model.ProviderCosts.Toll == 0 ? 0 : slope;
    }

    /// <summary>Units that a relaxed answer takes, by pool and class.</summary>
    private Dictionary<(int Pool, int Class), double> TakenBy(Choice[] choices)
    {
        Dictionary<(int, int), double> taken = [];
        foreach (Choice choice in choices)
        {
            ScreenedItem screened = problem.Items[choice.Item];
            int way = model.Lists[choice.Item].Blocks[choice.Block].Way;
            OfferShape shape = screened.ShapeOf(way);
            for (int i = 0; i < shape.Classes.Length; i++)
            {
                (int, int) key = (screened.Ways.Pools[way], shape.Classes[i]);
                taken[key] = taken.GetValueOrDefault(key) + ((double)shape.Amounts[i] * choice.Replicas);
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
    private double[] TrafficOf(Choice[] choices, IReadOnlyList<Edge> edges, Func<Edge, int, bool> stays)
    {
        double[] traffic = new double[problem.Source.Providers.Count];
        foreach (Choice choice in choices) Add(choice, problem.Items[choice.Item].UserTrafficMiB);
        foreach (Edge edge in edges)
        {
            if (edge.Relation.TrafficMiB == 0) continue;
            foreach (Choice choice in choices)
            {
                if (choice.Item == edge.Relation.From && !stays(edge, choice.Site)) Add(choice, edge.Relation.TrafficMiB);
            }
        }

        return traffic;

        void Add(Choice choice, long mib) => traffic[model.Lists[choice.Item].Providers[choice.Site]] += (double)mib * choice.Replicas;
    }

    private static bool Shares(Edge edge, int site, Choice[] choices)
    {
        foreach (Choice choice in choices)
        {
            if (choice.Item == edge.Relation.To && choice.Site == edge.ToSiteOf[site]) return true;
        }

        return false;
    }
}
