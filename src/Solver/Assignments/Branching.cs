namespace Fulcrum.Solver.Assignments;

/// <summary>Divides a region in two where the linear answer is least decided: first providers used in part, then replicas in part, then whatever is undecided.</summary>
internal static class Branching
{
    private const double Tolerance = 1e-6;

    /// <summary>The two halves, the one that the answer is nearer to first; null when nothing is left to decide.</summary>
    public static (Region Near, Region Far)? Divide(AssignmentModel model, Region region, LinearAnswer answer)
    {
        if (Provider(model, region, answer, Tolerance) is { } used) return ByProvider(region, used, answer.Used[used] >= 0.5);
        if (Way(model, region, answer, Tolerance) is { } part) return ByReplicas(region, part, answer.Replicas[part]);
        if (Provider(model, region, answer, least: -1) is { } free) return ByProvider(region, free, answer.Used[free] >= 0.5);
        return Way(model, region, answer, least: -1) is { } way ? ByReplicas(region, way, answer.Replicas[way]) : null;
    }

    private static int? Provider(AssignmentModel model, Region region, LinearAnswer answer, double least)
    {
        int? best = null;
        double most = least;
        for (int provider = 0; provider < model.Fees.Length; provider++)
        {
            if (region.IsOpen[provider] || region.IsClosed[provider]) continue;
            double undecided = Math.Min(answer.Used[provider], 1 - answer.Used[provider]);
            if (undecided > most) (best, most) = (provider, undecided);
        }

        return best;
    }

    private static int? Way(AssignmentModel model, Region region, LinearAnswer answer, double least)
    {
        int? best = null;
        double most = least;
        for (int way = 0; way < model.Ways.Length; way++)
        {
            if (region.Least[way] >= region.Most[way]) continue;
            double part = answer.Replicas[way] - Math.Floor(answer.Replicas[way]);
            double undecided = Math.Min(part, 1 - part);
            if (undecided > most) (best, most) = (way, undecided);
        }

        return best;
    }

    private static (Region Near, Region Far) ByProvider(Region region, int provider, bool isUsed)
    {
        Region open = region.Copy();
        open.Open(provider);
        Region closed = region.Copy();
        closed.Close(provider);
        return isUsed ? (open, closed) : (closed, open);
    }

    private static (Region Near, Region Far) ByReplicas(Region region, int way, double replicas)
    {
        int most = Math.Clamp((int)Math.Floor(replicas), region.Least[way], region.Most[way] - 1);
        Region fewer = region.Copy();
        fewer.Lower(way, most);
        Region more = region.Copy();
        more.Raise(way, most + 1);
        return replicas - most >= 0.5 ? (more, fewer) : (fewer, more);
    }
}
