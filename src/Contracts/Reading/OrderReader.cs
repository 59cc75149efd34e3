using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;

namespace Fulcrum.Contracts.Reading;

/// <summary>Reads orders; the members of an item and of the policy have readers of their own.</summary>
public static class OrderReader
{
    /// <summary>Reads an order, also as a member of a larger request. References inside it are judged by <see cref="OrderStructure"/>.</summary>
    public static OrderDocument Order(ObjectReader o) => new()
    {
        Id = o.Optional("id")?.Id(),
        ConsumerId = o.Optional("consumerId")?.Id(),
        Items = Items(o.Required("items")),
        Relations = o.Optional("relations")?.List(DocumentLimits.OrderRelationsMax, static value => value.Members(Relation)) ?? [],
        Policy = o.Optional("policy")?.Members(OrderPolicyReader.Policy) ?? OrderPolicyDocument.None,
        Objective = o.Optional("objective")?.Members(Objective),
        Limits = o.Optional("limits")?.Members(Limits),
    };

    private static ImmutableArray<OrderItemDocument> Items(ValueReader value)
    {
        if (value.IsEmptyList) value.Fault("The items must not be empty: an order places at least one item.");
        return value.List(DocumentLimits.OrderItemsMax, static item => item.Members(OrderItemReader.Item));
    }

    private static RelationDocument Relation(ObjectReader o) => new()
    {
        From = o.Required("from").Id(),
        To = o.Required("to").Id(),
        MaxLatencyMs = o.Optional("maxLatencyMs")?.Number(0, DocumentLimits.LatencyMsMax),
        Scope = o.Optional("scope")?.Choice<LatencyScope>() ?? LatencyScope.Nearest,
        TrafficGiBMonthly = o.Optional("trafficGiBMonthly")?.Number(0, DocumentLimits.TrafficGiBMax) ?? 0,
        ValuePerMsMonthly = o.Optional("valuePerMsMonthly")?.Number(0, DocumentLimits.MonthlyMoneyMax) ?? 0,
        Affinity = o.Optional("affinity")?.Choice<DomainKind>(),
        AntiAffinity = o.Optional("antiAffinity")?.Choice<DomainKind>(),
    };

    private static ObjectiveDocument Objective(ObjectReader o)
    {
        ObjectiveDocument objective = new()
        {
            Mode = o.Optional("mode")?.Choice<ObjectiveMode>() ?? ObjectiveMode.Weighted,
            Price = Weight(o, "price"),
            Locality = Weight(o, "locality"),
            Sovereignty = Weight(o, "sovereignty"),
            Order = o.Optional("order")?.List(DocumentLimits.ListLengthMax, static value => value.Choice<ObjectiveTerm>()) ?? [],
            Tolerance = o.Optional("tolerance")?.Map(DocumentLimits.ListLengthMax, NameRules.Term, Tolerance) ?? [],
        };
        if (WrongOrder(objective) is { } wrong) o.Fault("order", wrong);
        return objective;
    }

    private static string? WrongOrder(ObjectiveDocument objective) => (objective.Mode, objective.Order.IsEmpty) switch
    {
        (ObjectiveMode.Lexicographic, true) => "The order must name at least one term when the mode is 'lexicographic'.",
        (ObjectiveMode.Weighted, false) => "The order has a meaning only in the mode 'lexicographic'. Maybe set the mode.",
        _ => objective.Order.Distinct().Count() < objective.Order.Length ? "The order names a term twice." : null,
    };

    private static decimal Weight(ObjectReader o, string name) =>
        o.Optional(name)?.Number(0, DocumentLimits.WeightMax, DocumentLimits.WeightDecimalsMax) ?? 1;

    private static decimal Tolerance(ValueReader value) => value.Number(0, DocumentLimits.ToleranceMax, DocumentLimits.ToleranceDecimalsMax);

    private static LimitsDocument Limits(ObjectReader o) => new()
    {
        SolveMilliseconds = (int?)o.Optional("solveMilliseconds")?.Whole(1, DocumentLimits.SolveMillisecondsMax),
        Seed = o.Optional("seed")?.Whole(long.MinValue, long.MaxValue),
        Deterministic = o.Optional("deterministic")?.Flag() ?? false,
    };
}
