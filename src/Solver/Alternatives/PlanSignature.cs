using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Alternatives;

/// <summary>The sites that each item of a plan uses. Two plans are different when their signatures are.</summary>
public sealed class PlanSignature : IEquatable<PlanSignature>
{
    private PlanSignature(IReadOnlyList<IReadOnlySet<Site>> items) => Items = items;

    /// <summary>Sites used, per item of the order.</summary>
    public IReadOnlyList<IReadOnlySet<Site>> Items { get; }

    /// <summary>The signature of a plan.</summary>
    public static PlanSignature Of(PlacementProblem problem, Plan plan)
    {
        HashSet<Site>[] items = [.. problem.Order.Items.Select(static _ => new HashSet<Site>())];
        foreach (PlanLine line in plan.Lines)
        {
            ResourcePool pool = problem.Pools[line.Pool];
            items[line.Item].Add(new Site(pool.Provider, pool.Location));
        }

        return new PlanSignature(items);
    }

    /// <inheritdoc/>
    public bool Equals(PlanSignature? other) =>
        other is not null && Items.Count == other.Items.Count && Items.Zip(other.Items).All(static pair => pair.First.SetEquals(pair.Second));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PlanSignature);

    /// <inheritdoc/>
    public override int GetHashCode() => Items.Aggregate(Items.Count, static (hash, sites) => HashCode.Combine(hash, sites.Aggregate(0, static (sum, site) => sum ^ site.GetHashCode())));
}
