using System.Text.Json;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Json;
using Fulcrum.Grains.Capacity;

namespace Fulcrum.Grains.Placement;

/// <summary>Writes down the facts a plan rests on, as a federation document that the checker can read again.</summary>
internal static class PlanEvidence
{
    /// <summary>The pools, providers, places and links that the plan and its users touch.</summary>
    public static string Write(OrderDocument order, PlanDocument plan, CapacitySnapshot snapshot)
    {
        ResourcePoolDocument[] used = [.. plan.Assignments.Select(static assignment => assignment.ResourcePoolId).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal).Select(id => snapshot.SummaryOf(id).Pool)];
        HashSet<string> places = used.Select(static pool => pool.LocationId)
            .Concat(order.Items.SelectMany(static item => item.Users).Select(static user => user.LocationId)).ToHashSet(StringComparer.Ordinal);
        HashSet<string> members = used.Select(static pool => pool.ProviderId)
            .Concat(order.Items.SelectMany(static item => item.Placement?.AllowedProviders ?? [])).ToHashSet(StringComparer.Ordinal);
        places.UnionWith(order.Items.SelectMany(static item => item.Placement?.AllowedLocations ?? []));
        FederationDocument facts = new()
        {
            Currency = snapshot.View.Currency,
            Locations = [.. snapshot.View.Locations.Values.Select(static placed => placed.Location).Where(location => places.Contains(location.Id))],
            Links = [.. snapshot.View.Links.Where(link => places.Contains(link.From) && places.Contains(link.To))],
            Providers = [.. members.Where(snapshot.Providers.ContainsKey).Order(StringComparer.Ordinal).Select(id => snapshot.Providers[id])],
            ResourcePools = [.. used],
        };
        return JsonSerializer.Serialize(facts, FulcrumJson.Options);
    }
}
