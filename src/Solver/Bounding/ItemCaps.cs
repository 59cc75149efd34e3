using Fulcrum.Solver.Model;
using Fulcrum.Solver.Rules;

namespace Fulcrum.Solver.Bounding;

/// <summary>Most replicas of an item in any one domain of each kind, whatever rule says so.</summary>
internal sealed class ItemCaps
{
    private static readonly int Kinds = Enum.GetValues<Domain>().Length;

    private readonly int[] _most = new int[Kinds];

    /// <summary>The caps of an item.</summary>
    public ItemCaps(OrderItem item)
    {
        Array.Fill(_most, item.Quantity);
        foreach (DomainCap cap in DomainCap.OfSpread(item).Concat(DomainCap.OfSurvive(item))) Lower(cap.Kind, cap.Most);
        foreach (SpreadRule rule in item.Spread)
        {
            if (rule.MinDomains is { } least) Lower(rule.By, (long)item.Quantity - least + 1);
        }
    }

    /// <summary>Most replicas in a domain of a kind; 0 or less when no plan can satisfy it.</summary>
    public int this[Domain kind] => _most[(int)kind];

    /// <summary>Whether there is a domain that may not have all replicas.</summary>
    public bool IsAny { get; private set; }

    private void Lower(Domain kind, long most)
    {
        IsAny |= most < _most[(int)kind];
        _most[(int)kind] = (int)Math.Max(0, Math.Min(_most[(int)kind], most));
    }
}
