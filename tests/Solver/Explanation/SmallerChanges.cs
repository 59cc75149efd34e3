using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Explanation;

/// <summary>Orders whose change is a little smaller than that of a relaxed order; of those nothing may suffice.</summary>
internal static class SmallerChanges
{
    private const decimal OneMicrosecond = 0.001m;

    public static IEnumerable<Order> Of(Order before, Order relaxed)
    {
        for (int index = 0; index < before.Items.Count; index++)
        {
            int at = index;
            foreach (OrderItem item in OfItem(before.Items[at], relaxed.Items[at])) yield return relaxed with { Items = [.. relaxed.Items.Select((old, position) => position == at ? item : old)] };
        }

        for (int index = 0; index < before.Relations.Count; index++)
        {
            int at = index;
            if (relaxed.Relations[at].MaxLatencyMs is not { } most || most == before.Relations[at].MaxLatencyMs) continue;
            yield return relaxed with { Relations = [.. relaxed.Relations.Select((old, position) => position == at ? old with { MaxLatencyMs = most - OneMicrosecond } : old)] };
        }

        foreach (OrderPolicy policy in OfPolicy(before.Policy, relaxed.Policy)) yield return relaxed with { Policy = policy };
    }

    private static IEnumerable<OrderItem> OfItem(OrderItem before, OrderItem relaxed)
    {
        for (int more = relaxed.Quantity + 1; more < before.Quantity; more++) yield return relaxed with { Quantity = more };
        foreach ((string name, long amount) in relaxed.Resources)
        {
            if (amount + 1 < before.Resources[name]) yield return relaxed with { Resources = new Dictionary<string, long>(relaxed.Resources) { [name] = amount + 1 } };
        }

        for (int index = 0; index < before.Users.Count; index++)
        {
            int at = index;
            if (relaxed.Users[at].MaxLatencyMs is not { } most || most == before.Users[at].MaxLatencyMs) continue;
            yield return relaxed with { Users = [.. relaxed.Users.Select((old, position) => position == at ? old with { MaxLatencyMs = most - OneMicrosecond } : old)] };
        }

        for (int index = 0; index < before.Spread.Count; index++)
        {
            int at = index;
            foreach (SpreadRule rule in OfSpread(before.Spread[at], relaxed.Spread[at])) yield return relaxed with { Spread = [.. relaxed.Spread.Select((old, position) => position == at ? rule : old)] };
        }

        for (int index = 0; index < before.Survive.Count; index++)
        {
            int at = index;
            if (relaxed.Survive[at].MinReplicas >= before.Survive[at].MinReplicas) continue;
            yield return relaxed with { Survive = [.. relaxed.Survive.Select((old, position) => position == at ? old with { MinReplicas = old.MinReplicas + 1 } : old)] };
        }

        foreach (PlacementRule placement in OfPlacement(before.Placement, relaxed.Placement)) yield return relaxed with { Placement = placement };
    }

    private static IEnumerable<SpreadRule> OfSpread(SpreadRule before, SpreadRule relaxed)
    {
        if (relaxed.Max is { } most && most != before.Max) yield return relaxed with { Max = most - 1 };
        if (relaxed.MaxShareMillionths is { } share && share != before.MaxShareMillionths) yield return relaxed with { MaxShareMillionths = share - 1 };
        if (relaxed.MinDomains is { } least && least != before.MinDomains) yield return relaxed with { MinDomains = least + 1 };
    }

    private static IEnumerable<PlacementRule> OfPlacement(PlacementRule before, PlacementRule relaxed)
    {
        foreach (IReadOnlyList<string> fewer in Fewer(before.AllowedCountries, relaxed.AllowedCountries)) yield return relaxed with { AllowedCountries = fewer };
        foreach (IReadOnlyList<string> fewer in Fewer(before.AllowedProviders, relaxed.AllowedProviders)) yield return relaxed with { AllowedProviders = fewer };
        foreach (IReadOnlyList<string> fewer in Fewer(before.AllowedLocations, relaxed.AllowedLocations)) yield return relaxed with { AllowedLocations = fewer };
    }

    private static IEnumerable<OrderPolicy> OfPolicy(OrderPolicy before, OrderPolicy relaxed)
    {
        if (relaxed.MinProviders is { } least && least != before.MinProviders) yield return relaxed with { MinProviders = least + 1 };
        if (relaxed.MaxProviders is { } most && most != before.MaxProviders) yield return relaxed with { MaxProviders = most - 1 };
        if (relaxed.MaxProviderShareMillionths is { } share && share != before.MaxProviderShareMillionths) yield return relaxed with { MaxProviderShareMillionths = share - 1 };
        if (relaxed.BudgetMicros is { } budget && budget != before.BudgetMicros) yield return relaxed with { BudgetMicros = budget - 1 };
        if (before.Sovereignty is not { } gate || relaxed.Sovereignty is not { } wider) yield break;
        foreach (SovereigntyPolicy policy in OfGate(gate, wider)) yield return relaxed with { Sovereignty = policy };
    }

    private static IEnumerable<SovereigntyPolicy> OfGate(SovereigntyPolicy before, SovereigntyPolicy relaxed)
    {
        foreach (IReadOnlyList<string> fewer in Fewer(before.DataCountries, relaxed.DataCountries)) yield return relaxed with { DataCountries = fewer };
        foreach (IReadOnlyList<string> fewer in Fewer(before.SeatIn, relaxed.SeatIn)) yield return relaxed with { SeatIn = fewer };
        foreach (IReadOnlyList<string> fewer in Fewer(before.StaffIn, relaxed.StaffIn)) yield return relaxed with { StaffIn = fewer };
        foreach (IReadOnlyList<string> fewer in Fewer(before.RemoteAdministrationIn, relaxed.RemoteAdministrationIn)) yield return relaxed with { RemoteAdministrationIn = fewer };
        foreach (IReadOnlyList<string> fewer in Fewer(before.KeyCustody, relaxed.KeyCustody)) yield return relaxed with { KeyCustody = fewer };
        if (relaxed.MaxNonEuControlShareMillionths is { } share && share != before.MaxNonEuControlShareMillionths) yield return relaxed with { MaxNonEuControlShareMillionths = share - 1 };
        foreach ((string objective, int level) in relaxed.MinSeal ?? new Dictionary<string, int>())
        {
            if (level != before.MinSeal![objective]) yield return relaxed with { MinSeal = new Dictionary<string, int>(relaxed.MinSeal!) { [objective] = level + 1 } };
        }
    }

    /// <summary>Lists with one of the added entries left out.</summary>
    private static IEnumerable<IReadOnlyList<string>> Fewer(IReadOnlyList<string>? before, IReadOnlyList<string>? relaxed)
    {
        if (before is null || relaxed is null || relaxed.Count <= before.Count) return [];
        return relaxed.Except(before).Select(left => (IReadOnlyList<string>)[.. relaxed.Where(entry => entry != left)]);
    }
}
