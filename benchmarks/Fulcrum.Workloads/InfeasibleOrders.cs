using Fulcrum.Contracts.Documents;

namespace Fulcrum.Workloads;

/// <summary>Adds to an order one demand that cannot be met, by itself or together with another.</summary>
public static class InfeasibleOrders
{
    private const int ReplicasMax = 10_000;
    private const decimal NearMs = 0.5m;

    private static readonly InfeasibilityKind[] Kinds = Enum.GetValues<InfeasibilityKind>();

    /// <summary>The kind of a seed, for an order of so many items.</summary>
    public static InfeasibilityKind KindOf(long seed, int items)
    {
        InfeasibilityKind kind = Kinds[(int)(Math.Abs(seed) % Kinds.Length)];
        return kind == InfeasibilityKind.Relation && items < 2 ? InfeasibilityKind.Budget : kind;
    }

    /// <summary>The order with such a demand.</summary>
    public static OrderDocument Break(OrderDocument order, FederationDocument federation, long seed) => KindOf(seed, order.Items.Length) switch
    {
        InfeasibilityKind.Certificate => WithPolicy(order, order.Policy with { Sovereignty = Unheld() }),
        InfeasibilityKind.Users => WithLast(order, item => item with { Users = [Near(federation.Locations[0]), Near(federation.Locations[^1])] }),
        InfeasibilityKind.Capacity => WithLast(order, item => item with { Quantity = ReplicasMax, Placement = Only(federation.ResourcePools[^1].ProviderId) }),
        InfeasibilityKind.Relation => Apart(order, federation.Locations),
        InfeasibilityKind.Spread => WithLast(order, item => item with { Spread = [new SpreadDocument { By = DomainKind.Location, MinDomains = item.Quantity + 1 }] }),
        InfeasibilityKind.Survival => WithPolicy(WithLast(order, Surviving), order.Policy with { MaxProviders = 1 }),
        _ => WithPolicy(order, order.Policy with { BudgetMonthly = 0.01m }),
    };

    private static OrderDocument WithPolicy(OrderDocument order, OrderPolicyDocument policy) => order with { Policy = policy };

    private static OrderDocument WithLast(OrderDocument order, Func<OrderItemDocument, OrderItemDocument> change) =>
        order with { Items = order.Items.SetItem(order.Items.Length - 1, change(order.Items[^1])) };

    private static SovereigntyPolicyDocument Unheld() =>
        new() { Certificates = [new CertificateRequirementDocument { AnyOf = [new CertificateAlternativeDocument { Scheme = "Nobody" }] }] };

    private static UserGroupDocument Near(LocationDocument place) => new() { LocationId = place.Id, MaxLatencyMs = NearMs };

    private static PlacementRuleDocument Only(string provider) => new() { AllowedProviders = [provider] };

    private static OrderItemDocument Surviving(OrderItemDocument item) =>
        item with { Quantity = Math.Max(2, item.Quantity), Survive = [new SurviveDocument { LossOf = DomainKind.Provider }] };

    private static OrderDocument Apart(OrderDocument order, IReadOnlyList<LocationDocument> locations)
    {
        string[] countries = [.. locations.Select(static place => place.Country).Distinct()];
        OrderItemDocument first = order.Items[0] with { Placement = new PlacementRuleDocument { AllowedCountries = [countries[0]] }, Users = [] };
        OrderItemDocument last = order.Items[^1] with { Placement = new PlacementRuleDocument { AllowedCountries = [countries[^1]] }, Users = [] };
        RelationDocument near = new() { From = last.Id, To = first.Id, MaxLatencyMs = NearMs };
        return order with
        {
            Items = order.Items.SetItem(0, first).SetItem(order.Items.Length - 1, last),
            Relations = [.. order.Relations.Where(relation => relation.From != last.Id || relation.To != first.Id), near],
        };
    }
}
