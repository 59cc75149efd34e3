using Fulcrum.Solver.Model;
using Fulcrum.Solver.Screening;

namespace Fulcrum.Solver.Rules;

/// <summary>The pool has every required trait, no forbidden one, and of each list in <c>anyOf</c> at least one.</summary>
internal sealed class TraitsRule : HardRule
{
    public override string Name => "eligibility.traits";

    public override bool IsScreen => true;

    public override void Screen(ItemScreening screening)
    {
        OrderItem item = screening.Definition;
        if (item.RequiredTraits.Count == 0 && item.ForbiddenTraits.Count == 0 && item.AnyOfTraits.Count == 0) return;
        IReadOnlyList<IReadOnlySet<string>> sets = screening.Supply.TraitSets;
        screening.Keep(screening.Supply.TraitSetOf, new Verdicts(sets.Count, set => Refusal(item, sets[set])));
    }

    private static string? Refusal(OrderItem item, IReadOnlySet<string> traits)
    {
        foreach (string trait in item.RequiredTraits)
        {
            if (!traits.Contains(trait)) return $"lacks trait {trait}";
        }

        foreach (string trait in item.ForbiddenTraits)
        {
            if (traits.Contains(trait)) return $"has forbidden trait {trait}";
        }

        foreach (IReadOnlyList<string> alternatives in item.AnyOfTraits)
        {
            if (!alternatives.Any(traits.Contains)) return $"has none of the traits {string.Join(", ", alternatives)}";
        }

        return null;
    }
}
