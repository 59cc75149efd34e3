using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Rules;

/// <summary>The pool has every required trait, no forbidden one, and of each list in <c>anyOf</c> at least one.</summary>
internal sealed class TraitsRule : HardRule
{
    public override string Name => "eligibility.traits";

    public override PoolFilter FilterFor(PlacementProblem problem, OrderItem item) => sieve => Refusal(item, sieve.Definition.Traits);

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
