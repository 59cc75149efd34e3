using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Rules;

/// <summary>Most replicas of an item in any one domain of a kind.</summary>
/// <param name="Kind">Kind of domain.</param>
/// <param name="Most">Replicas; negative when nothing can satisfy it.</param>
internal readonly record struct DomainCap(Domain Kind, long Most)
{
    private const long Million = 1_000_000;

    /// <summary>Caps of an item's spread rules.</summary>
    public static IEnumerable<DomainCap> OfSpread(OrderItem item)
    {
        foreach (SpreadRule rule in item.Spread)
        {
            if (rule.Max is { } most) yield return new DomainCap(rule.By, most);
            if (rule.MaxShareMillionths is { } share) yield return new DomainCap(rule.By, Math.Max(1, share * (long)item.Quantity / Million));
        }
    }

    /// <summary>Caps that leave enough replicas elsewhere when any one domain is lost.</summary>
    public static IEnumerable<DomainCap> OfSurvive(OrderItem item) =>
        item.Survive.Select(rule => new DomainCap(rule.LossOf, (long)item.Quantity - rule.MinReplicas));
}
