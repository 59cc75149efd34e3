using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Drafting;
using Fulcrum.Solver.Screening;
using Fulcrum.Solver.Search;

namespace Fulcrum.Solver.Pipeline;

/// <summary>Looks for a first plan with CP-SAT at a few providers near each other that together serve every item, where no draft keeps the rules or all are far too dear: without a good plan hardly a way can be dropped.</summary>
internal sealed class FirstPlan(ScreenedProblem problem, BoundModel model, Incumbent incumbent, SearchLimits limits, CancellationToken cancellationToken)
{
    private const int SetsMax = 6;
    private const int ProvidersMax = 3;
    private const double LimitParts = 10;
    private const double LimitMost = 0.25;

    private readonly int[] _providerOf = problem.Supply.Domains.ProviderOf;

    /// <summary>Stands for a provider at which an item cannot be.</summary>
    private long Missing => Cost.Largest / Math.Max(1, model.Lists.Length);

    /// <summary>Searches.</summary>
    /// <returns>Whether there is a better plan now.</returns>
    public bool Find(BoundEvaluation evaluation)
    {
        Dictionary<int, long[]> extras = ExtrasByProvider(evaluation);
        if (Roomiest(extras) is { } roomiest && Find(roomiest)) return true;
        int[] ordered = [.. extras.OrderBy(static entry => Sum(entry.Value)).ThenBy(static entry => entry.Key).Select(static entry => entry.Key)];
        for (int tried = 0; tried < Math.Min(SetsMax, ordered.Length) && !limits.IsExhausted; tried++)
        {
            if (Find(Around(ordered[tried], extras))) return true;
        }

        return false;
    }

    private bool Find(HashSet<int> providers)
    {
        int[][] ways = [.. model.Costs.Select(costs => costs.Active.ToArray().Where(way => providers.Contains(_providerOf[costs.Item.Ways.Pools[way]])).ToArray())];
        if (ways.Any(static own => own.Length == 0)) return false;
        Answer found = WeightedSearch.Run(ProblemCompiler.Compile(problem, ways), Answer.Unknown, cutoff: null, limits.Part(LimitParts, LimitMost), cancellationToken);
        return found.Plan is { } plan && incumbent.Offer(plan);
    }

    /// <summary>Where some item has many replicas, those with the most room for it, and for each other item the one where it is cheapest; null where no item has.</summary>
    private HashSet<int>? Roomiest(Dictionary<int, long[]> extras)
    {
        ScreenedItem largest = problem.Items.MaxBy(static item => item.Definition.Quantity)!;
        if (!RoomCount.Tells(largest)) return null;
        HashSet<int> chosen = [.. RoomCount.RoomiestProviders(problem, largest)];
        for (int item = 0; item < model.Lists.Length; item++)
        {
            if (!chosen.Any(provider => extras.ContainsKey(provider) && extras[provider][item] < Missing)) chosen.Add(extras.MinBy(entry => entry.Value[item]).Key);
        }

        return chosen;
    }

    /// <summary>A provider and those that complement it best, at places where it is itself if there are any.</summary>
    private HashSet<int> Around(int first, Dictionary<int, long[]> extras)
    {
        HashSet<int> locations = [.. problem.Supply.Domains.Sites.Where(site => site.Provider == first).Select(static site => site.Location)];
        HashSet<int> near = [.. problem.Supply.Domains.Sites.Where(site => locations.Contains(site.Location)).Select(static site => site.Provider)];
        HashSet<int> chosen = [first];
        long[] least = [.. extras[first]];
        int most = Math.Min(ProvidersMax, problem.Source.Order.Policy.MaxProviders ?? ProvidersMax);
        while (chosen.Count < most)
        {
            (int best, long sum) = (-1, long.MaxValue);
            foreach ((int provider, long[] own) in extras)
            {
                if (chosen.Contains(provider) || !near.Contains(provider)) continue;
                long with = 0;
                for (int item = 0; item < own.Length; item++) with += Math.Min(least[item], own[item]);
                if (with < sum || (with == sum && provider < best)) (best, sum) = (provider, with);
            }

            if (best < 0) break;
            chosen.Add(best);
            for (int item = 0; item < least.Length; item++) least[item] = Math.Min(least[item], extras[best][item]);
        }

        return chosen;
    }

    /// <summary>What having an item at a provider costs more in the relaxation, by item; a great deal where it cannot be.</summary>
    private Dictionary<int, long[]> ExtrasByProvider(BoundEvaluation evaluation)
    {
        Dictionary<int, long[]> extras = [];
        for (int item = 0; item < model.Lists.Length; item++)
        {
            TreeRoot root = evaluation.RootAt(item);
            for (int site = 0; site < root.List.Count; site++)
            {
                int provider = root.List.Providers[site];
                if (!extras.TryGetValue(provider, out long[]? own))
                {
                    extras[provider] = own = new long[model.Lists.Length];
                    Array.Fill(own, Missing);
                }

                own[item] = Math.Min(own[item], Math.Max(0, root.With(site, more: 0) - root.Least));
            }
        }

        return extras;
    }

    private static long Sum(long[] extras)
    {
        long sum = 0;
        foreach (long extra in extras) sum += extra;
        return sum;
    }
}
