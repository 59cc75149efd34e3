using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Errors;

namespace Fulcrum.Contracts.Reading;

/// <summary>Judges an order against the market: every location, provider and pool that it names exists.</summary>
public static class OrderValidator
{
    /// <summary>Everything wrong with an order that is a document of its own.</summary>
    public static ImmutableArray<RequestFault> Validate(OrderDocument order, MarketDirectory market)
    {
        FaultList faults = new();
        Validate(order, market, NodePath.Root, faults);
        return faults.ToImmutable();
    }

    /// <summary>Records everything wrong with an order.</summary>
    /// <param name="order">The order.</param>
    /// <param name="market">The names that exist.</param>
    /// <param name="path">Where the order stands in the document.</param>
    /// <param name="faults">Takes the faults.</param>
    public static void Validate(OrderDocument order, MarketDirectory market, NodePath path, FaultList faults)
    {
        for (int i = 0; i < order.Items.Length; i++)
        {
            NodePath item = path.Member("items").Element(i);
            ValidateUsers(order.Items[i].Users, market, item.Member("users"), faults);
            if (order.Items[i].Placement is { } placement) ValidatePlacement(placement, market, item.Member("placement"), faults);
        }
    }

    private static void ValidateUsers(ImmutableArray<UserGroupDocument> users, MarketDirectory market, NodePath path, FaultList faults)
    {
        for (int i = 0; i < users.Length; i++)
        {
            References.MustExist(users[i].LocationId, market.Locations, "location", path.Element(i).Member("locationId"), faults);
        }
    }

    private static void ValidatePlacement(PlacementRuleDocument placement, MarketDirectory market, NodePath path, FaultList faults)
    {
        ValidateAll(placement.AllowedProviders, market.Providers, "provider", path.Member("allowedProviders"), faults);
        ValidateAll(placement.AllowedLocations, market.Locations, "location", path.Member("allowedLocations"), faults);
        if (placement.PinnedPoolId is not { } pool) return;
        References.MustExist(pool, market.ResourcePools, "resource pool", path.Member("pinnedPoolId"), faults);
    }

    private static void ValidateAll(ImmutableArray<string> names, IReadOnlySet<string> known, string noun, NodePath path, FaultList faults)
    {
        for (int i = 0; i < names.Length; i++) References.MustExist(names[i], known, noun, path.Element(i), faults);
    }
}
