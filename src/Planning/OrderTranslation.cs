using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Reading;
using Fulcrum.Solver;
using Fulcrum.Solver.Model;

namespace Fulcrum.Planning;

/// <summary>Translates valid orders into what problems are made of.</summary>
public static class OrderTranslation
{
    /// <summary>Stands for the id of an order that has none.</summary>
    public const string UnnamedOrderId = "order";

    /// <summary>Translates an order; groups of countries are expanded, users and relations refer by index.</summary>
    /// <exception cref="ArgumentException">The order names an item or a location that does not exist.</exception>
    public static Order ToOrder(OrderDocument order, MarketPlaces places)
    {
        string[] items = [.. order.Items.Select(static item => item.Id)];
        return new Order
        {
            Id = order.Id ?? UnnamedOrderId,
            Items = [.. order.Items.Select(item => ToItem(item, places))],
            Relations = [.. order.Relations.Select(relation => ToRelation(relation, items))],
            Policy = PolicyTranslation.ToPolicy(order.Policy),
            Objective = order.Objective is { } objective ? PolicyTranslation.ToObjective(objective) : Objective.Default,
        };
    }

    /// <summary>How an order wants to be solved: its limits where it has some, else the defaults.</summary>
    public static SolveOptions ToOptions(LimitsDocument? limits, SolveOptions defaults) => limits is null ? defaults : defaults with
    {
        TimeLimit = limits.SolveMilliseconds is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : defaults.TimeLimit,
        Seed = limits.Seed ?? defaults.Seed,
        Deterministic = limits.Deterministic || defaults.Deterministic,
    };

    private static OrderItem ToItem(OrderItemDocument item, MarketPlaces places) => new()
    {
        Id = item.Id,
        Quantity = item.Quantity,
        Resources = item.Resources,
        RequiredTraits = item.Traits?.Required ?? [],
        ForbiddenTraits = item.Traits?.Forbidden ?? [],
        AnyOfTraits = [.. (item.Traits?.AnyOf ?? []).Where(static list => !list.IsEmpty).Select(static list => (IReadOnlyList<string>)list)],
        Placement = item.Placement is { } placement ? ToPlacement(placement) : new PlacementRule(),
        Users = [.. item.Users.Select(user => ToUserGroup(user, places))],
        Spread = [.. item.Spread.Select(ToSpread)],
        Survive = [.. item.Survive.Select(static rule => new SurviveRule((Domain)rule.LossOf, rule.MinReplicas))],
    };

    private static SpreadRule ToSpread(SpreadDocument rule) =>
        new((Domain)rule.By, rule.Max, Units.ToMillionths(rule.MaxShare), rule.MinDomains);

    private static PlacementRule ToPlacement(PlacementRuleDocument placement) => new()
    {
        AllowedCountries = CountryCodes.Expand(placement.AllowedCountries),
        DeniedCountries = CountryCodes.Expand(placement.DeniedCountries),
        AllowedProviders = placement.AllowedProviders,
        DeniedProviders = placement.DeniedProviders,
        AllowedLocations = placement.AllowedLocations,
        DeniedLocations = placement.DeniedLocations,
        PinnedPoolId = placement.PinnedPoolId,
    };

    private static UserGroup ToUserGroup(UserGroupDocument user, MarketPlaces places) => new()
    {
        Location = places.IndexOf(user.LocationId),
        MaxLatencyMs = user.MaxLatencyMs,
        EgressGiBMonthly = user.EgressGiBMonthly,
        ValuePerMsMicros = Units.ToMicros(user.ValuePerMsMonthly),
    };

    private static Relation ToRelation(RelationDocument relation, string[] items) => new()
    {
        From = IndexOf(items, relation.From),
        To = IndexOf(items, relation.To),
        MaxLatencyMs = relation.MaxLatencyMs,
        Scope = (Solver.Model.LatencyScope)relation.Scope,
        TrafficGiBMonthly = relation.TrafficGiBMonthly,
        ValuePerMsMicros = Units.ToMicros(relation.ValuePerMsMonthly),
        Affinity = (Domain?)relation.Affinity,
        AntiAffinity = (Domain?)relation.AntiAffinity,
    };

    private static int IndexOf(string[] items, string id)
    {
        int index = Array.IndexOf(items, id);
        return index >= 0 ? index : throw new ArgumentException($"There is no item '{id}'. Maybe the document was not validated.", nameof(id));
    }
}
