using Fulcrum.Solver.Model;
using Fulcrum.Solver.Screening;

namespace Fulcrum.Solver.Pipeline;

/// <summary>Drops ways that another way of the same item can stand in for in any plan, at no higher cost and without breaking a rule.</summary>
/// <remarks>
/// In one pool a way that costs no more and takes no more of any class stands in for another. In one site – provider and location – a way of a pool that has room for the whole
/// order stands in for dearer ones; where a rule tells the zones of the item apart only in one zone, and where it tells its pools apart not at all. Neither holds where a provider's
/// share of the price is capped: there a dearer replica at one provider makes room at the others.
/// </remarks>
internal static class Dominance
{
    /// <summary>Drops dominated ways of every item, where the stage is on and no rule forbids it.</summary>
    public static void Apply(ScreenedProblem problem, StageLog log)
    {
        if (!log.IsOn(PipelineStages.Dominance) || !Applies(problem.Source.Order)) return;
        foreach (ScreenedItem item in problem.Items) WithinPools(item);
        using RoomyPools roomy = new(problem);
        foreach (ScreenedItem item in problem.Items)
        {
            if (!IsTold(problem.Source.Order, item, Domain.Pool)) WithinDomains(problem, item, roomy, IsTold(problem.Source.Order, item, Domain.Zone) ? problem.Supply.Domains[Domain.Zone] : problem.Supply.Domains.SiteOf);
        }

        log.Dominated(problem);
    }

    /// <summary>Whether a way may stand in for a dearer one at all.</summary>
    public static bool Applies(Order order) => order.Policy.MaxProviderShareMillionths is null;

    /// <summary>Whether a rule tells domains of a kind apart for an item.</summary>
    private static bool IsTold(Order order, ScreenedItem item, Domain kind) =>
        item.Definition.Spread.Any(rule => rule.By == kind) || item.Definition.Survive.Any(rule => rule.LossOf == kind)
        || order.Relations.Any(relation => (relation.From == item.Item || relation.To == item.Item) && (relation.Affinity == kind || relation.AntiAffinity == kind));

    private static void WithinPools(ScreenedItem item)
    {
        WayTable ways = item.Ways;
        int kept = 0;
        int way = 0;
        while (way < ways.Count)
        {
            int end = way + 1;
            while (end < ways.Count && ways.Pools[end] == ways.Pools[way]) end++;
            int best = way;
            for (int other = way + 1; other < end; other++)
            {
                if (ways.PricesMicros[other] < ways.PricesMicros[best]) best = other;
            }

            for (int other = way; other < end; other++)
            {
                if (other == best || !item.ShapeOf(best).TakesNoMoreThan(item.ShapeOf(other))) ways.Move(other, 1, kept++);
            }

            way = end;
        }

        ways.Truncate(kept);
    }

    private static void WithinDomains(ScreenedProblem problem, ScreenedItem item, RoomyPools roomy, int[] domainOf)
    {
        WayTable ways = item.Ways;
        Dictionary<int, int> best = [];
        for (int way = 0; way < ways.Count; way++)
        {
            int pool = ways.Pools[way];
            if (ways.MostReplicas[way] < item.Definition.Quantity || !roomy.HasRoom(pool)) continue;
            if (!best.TryGetValue(domainOf[pool], out int known) || IsPreferred(problem, item, way, known)) best[domainOf[pool]] = way;
        }

        int[] kept = [.. Enumerable.Range(0, ways.Count).Where(way => !best.TryGetValue(domainOf[ways.Pools[way]], out int known) || known == way || !IsNoDearer(item, known, way))];
        for (int i = 0; i < kept.Length; i++) ways.Move(kept[i], 1, i);
        ways.Truncate(kept.Length);
    }

    private static bool IsNoDearer(ScreenedItem item, int way, int other) =>
        item.Ways.PricesMicros[way] <= item.Ways.PricesMicros[other] && item.SovereigntyMicros(item.Ways.Pools[way]) <= item.SovereigntyMicros(item.Ways.Pools[other]);

    private static bool IsPreferred(ScreenedProblem problem, ScreenedItem item, int way, int known)
    {
        WayTable ways = item.Ways;
        (long, long, ulong) mine = (ways.PricesMicros[way], item.SovereigntyMicros(ways.Pools[way]), problem.RankOf(ways.Pools[way]));
        (long, long, ulong) theirs = (ways.PricesMicros[known], item.SovereigntyMicros(ways.Pools[known]), problem.RankOf(ways.Pools[known]));
        return mine.CompareTo(theirs) < 0;
    }
}
