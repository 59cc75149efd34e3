using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Errors;

namespace Fulcrum.Contracts.Reading;

/// <summary>Judges what the single objects of a federation cannot tell: duplicates, and references between them.</summary>
public static class FederationValidator
{
    /// <summary>Everything wrong with the references of a federation.</summary>
    public static ImmutableArray<RequestFault> Validate(FederationDocument federation)
    {
        FaultList faults = new();
        Validate(federation, faults);
        return faults.ToImmutable();
    }

    internal static void Validate(FederationDocument federation, FaultList faults) => Validate(federation, NodePath.Root, faults);

    internal static void Validate(FederationDocument federation, NodePath path, FaultList faults)
    {
        MarketDirectory names = MarketDirectory.Of(federation);
        References.MustDiffer(federation.Locations.Select(static location => location.Id), "location", path.Member("locations"), faults);
        References.MustDiffer(federation.Providers.Select(static provider => provider.Id), "provider", path.Member("providers"), faults);
        ValidateLinks(federation.Links, path.Member("links"), faults, names);
        ValidatePools(federation.ResourcePools, path.Member("resourcePools"), names, faults);
    }

    internal static void ValidateLinks(ImmutableArray<LinkDocument> links, NodePath path, FaultList faults, MarketDirectory? names = null)
    {
        Dictionary<(string From, string To), int> first = [];
        for (int i = 0; i < links.Length; i++)
        {
            (string from, string to) = (links[i].From, links[i].To);
            ValidateEnds(links[i], path.Element(i), names, faults);
            if (from.Length == 0 || to.Length == 0 || first.TryAdd((from, to), i)) continue;
            faults.Add(
                path.Element(i), $"The link from '{Excerpt.Of(from)}' to '{Excerpt.Of(to)}' occurs twice: it is also {path.Element(first[(from, to)])}.");
        }
    }

    internal static void ValidateOffers(ResourcePoolDocument pool, NodePath path, FaultList faults) =>
        References.MustDiffer(pool.Offers.Select(static offer => offer.Id), "offer", path.Member("offers"), faults);

    private static void ValidateEnds(LinkDocument link, NodePath path, MarketDirectory? names, FaultList faults)
    {
        if (link.From.Length > 0 && link.From == link.To)
        {
            faults.Add(path.Member("to"), $"The link leads from '{Excerpt.Of(link.From)}' to itself. Maybe remove it: the latency inside a location is 0.");
        }

        if (names is null) return;
        References.MustExist(link.From, names.Locations, "location", path.Member("from"), faults);
        References.MustExist(link.To, names.Locations, "location", path.Member("to"), faults);
    }

    private static void ValidatePools(ImmutableArray<ResourcePoolDocument> pools, NodePath path, MarketDirectory names, FaultList faults)
    {
        References.MustDiffer(pools.Select(static pool => pool.Id), "resource pool", path, faults);
        for (int i = 0; i < pools.Length; i++) ValidatePool(pools[i], path.Element(i), names, faults);
    }

    private static void ValidatePool(ResourcePoolDocument pool, NodePath path, MarketDirectory names, FaultList faults)
    {
        References.MustExist(pool.ProviderId, names.Providers, "provider", path.Member("providerId"), faults);
        References.MustExist(pool.LocationId, names.Locations, "location", path.Member("locationId"), faults);
        ValidateOffers(pool, path, faults);
    }
}
