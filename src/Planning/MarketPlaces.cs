using System.Collections.Frozen;
using Fulcrum.Contracts.Documents;
using Fulcrum.Solver.Model;

namespace Fulcrum.Planning;

/// <summary>The locations of a market with their latencies, and where each stands. Computed once, used by any number of orders.</summary>
public sealed class MarketPlaces
{
    private readonly FrozenDictionary<string, int> _indices;

    private MarketPlaces(Market market, FrozenDictionary<string, int> indices)
    {
        Market = market;
        _indices = indices;
    }

    /// <summary>Locations and latencies as problems take them.</summary>
    public Market Market { get; }

    /// <summary>Ids of the locations.</summary>
    public IEnumerable<string> Ids => _indices.Keys;

    /// <summary>Translates locations and the measured links between them.</summary>
    /// <exception cref="ArgumentException">A location occurs twice, or a link leads to one that is not there.</exception>
    public static MarketPlaces Of(IEnumerable<LocationDocument> locations, IEnumerable<LinkDocument> links)
    {
        Location[] places = [.. locations.Select(static place => new Location(place.Id, place.Country, place.Latitude, place.Longitude))];
        FrozenDictionary<string, int> indices = Enumerable.Range(0, places.Length)
            .ToFrozenDictionary(index => places[index].Id, StringComparer.Ordinal);
        IEnumerable<MeasuredLink> measured = links.Select(link => new MeasuredLink(
            IndexOf(indices, link.From), IndexOf(indices, link.To), Units.ToMicroseconds(link.LatencyMs)));
        return new MarketPlaces(new Market(places, LatencyMatrix.Build(places, measured)), indices);
    }

    /// <summary>Where a location stands in <see cref="Market.Locations"/>.</summary>
    /// <exception cref="ArgumentException">The market has no such location.</exception>
    public int IndexOf(string locationId) => IndexOf(_indices, locationId);

    private static int IndexOf(FrozenDictionary<string, int> indices, string locationId) => indices.TryGetValue(locationId, out int index)
        ? index
        : throw new ArgumentException($"There is no location '{locationId}'. Maybe the document was not validated.", nameof(locationId));
}
