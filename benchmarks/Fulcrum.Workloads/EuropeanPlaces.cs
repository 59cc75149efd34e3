using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;

namespace Fulcrum.Workloads;

/// <summary>Thirty European cities with data centres.</summary>
public static class EuropeanPlaces
{
    /// <summary>The cities; latencies between them are estimated from distance.</summary>
    public static ImmutableArray<LocationDocument> All { get; } =
    [
        Place("fr-par", "FR", "Paris", 48.857, 2.352),
        Place("fr-mrs", "FR", "Marseille", 43.297, 5.370),
        Place("fr-sxb", "FR", "Strasbourg", 48.573, 7.752),
        Place("fr-lil", "FR", "Lille", 50.629, 3.057),
        Place("de-fra", "DE", "Frankfurt am Main", 50.110, 8.682),
        Place("de-ber", "DE", "Berlin", 52.520, 13.405),
        Place("de-muc", "DE", "Munich", 48.137, 11.576),
        Place("de-nue", "DE", "Nuremberg", 49.452, 11.077),
        Place("de-ham", "DE", "Hamburg", 53.551, 9.994),
        Place("nl-ams", "NL", "Amsterdam", 52.370, 4.895),
        Place("be-bru", "BE", "Brussels", 50.846, 4.352),
        Place("lu-lux", "LU", "Luxembourg", 49.612, 6.130),
        Place("it-mil", "IT", "Milan", 45.464, 9.190),
        Place("it-rom", "IT", "Rome", 41.903, 12.496),
        Place("es-mad", "ES", "Madrid", 40.417, -3.704),
        Place("es-bcn", "ES", "Barcelona", 41.385, 2.173),
        Place("pt-lis", "PT", "Lisbon", 38.722, -9.139),
        Place("ie-dub", "IE", "Dublin", 53.350, -6.260),
        Place("at-vie", "AT", "Vienna", 48.208, 16.373),
        Place("cz-prg", "CZ", "Prague", 50.088, 14.421),
        Place("pl-waw", "PL", "Warsaw", 52.230, 21.012),
        Place("se-sto", "SE", "Stockholm", 59.329, 18.069),
        Place("fi-hel", "FI", "Helsinki", 60.170, 24.938),
        Place("dk-cph", "DK", "Copenhagen", 55.676, 12.568),
        Place("ee-tll", "EE", "Tallinn", 59.437, 24.754),
        Place("lt-vno", "LT", "Vilnius", 54.687, 25.280),
        Place("hu-bud", "HU", "Budapest", 47.498, 19.040),
        Place("ro-buh", "RO", "Bucharest", 44.427, 26.103),
        Place("gr-ath", "GR", "Athens", 37.984, 23.728),
        Place("ch-zrh", "CH", "Zurich", 47.377, 8.541),
    ];

    private static LocationDocument Place(string id, string country, string city, double latitude, double longitude) =>
        new() { Id = id, Country = country, City = city, Latitude = latitude, Longitude = longitude };
}
