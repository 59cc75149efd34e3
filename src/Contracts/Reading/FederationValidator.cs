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

    internal static void Validate(FederationDocument federation, FaultList faults)
    {
        MarketDirectory names = MarketDirectory.Of(federation);
        References.MustDiffer(federation.Locations.Select(static location => location.Id), "location", NodePath.Root.Member("locations"), faults);
        References.MustDiffer(federation.Providers.Select(static provider => provider.Id), "provider", NodePath.Root.Member("providers"), faults);
        References.MustDiffer(federation.ResourcePools.Select(static pool => pool.Id), "resource pool", NodePath.Root.Member("resourcePools"), faults);
        ValidateLinks(federation.Links, NodePath.Root.Member("links"), faults, names);
        for (int i = 0; i < federation.ResourcePools.Length; i++)
        {
            ValidatePool(federation.ResourcePools[i], NodePath.Root.Member("resourcePools").Element(i), names, faults);
        }
    }

    internal static void ValidateLinks(ImmutableArray<LinkDocument> links, NodePath path, FaultList faults, MarketDirectory? names = null)
    {
        Dictionary<(string From, string To), int> first = [];
        for (int i = 0; i < links.Length; i++)
        {
            NodePath at = path.Element(i);
            ValidateEnds(links[i], at, names, faults);
            if (links[i].From.Length == 0 || links[i].To.Length == 0 || first.TryAdd((links[i].From, links[i].To), i)) continue;
            faults.Add(at, $"The link from '{Excerpt.Of(links[i].From)}' to '{Excerpt.Of(links[i].To)}' occurs twice: it is also {path.Element(first[(links[i].From, links[i].To)])}.");
        }
    }

    internal static void ValidateOffers(ResourcePoolDocument pool, NodePath path, FaultList faults) =>
        References.MustDiffer(pool.Offers.Select(static offer => offer.Id), "offer", path.Member("offers"), faults);

    private static void ValidateEnds(LinkDocument link, NodePath path, MarketDirectory? names, FaultList faults)
    {
        if (link.From.Length > 0 && link.From == link.To) faults.Add(path.Member("to"), $"The link leads from '{Excerpt.Of(link.From)}' to itself. Maybe remove it: the latency inside a location is 0.");
        if (names is null) return;
        References.MustExist(link.From, names.Locations, "location", path.Member("from"), faults);
        References.MustExist(link.To, names.Locations, "location", path.Member("to"), faults);
    }

    private static void ValidatePool(ResourcePoolDocument pool, NodePath path, MarketDirectory names, FaultList faults)
    {
        References.MustExist(pool.ProviderId, names.Providers, "provider", path.Member("providerId"), faults);
        References.MustExist(pool.LocationId, names.Locations, "location", path.Member("locationId"), faults);
        ValidateOffers(pool, path, faults);
    }
}
