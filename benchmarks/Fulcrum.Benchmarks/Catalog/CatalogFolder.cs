using System.Globalization;
using System.Text.Json;
using Fulcrum.Contracts.Documents;

namespace Fulcrum.Benchmarks.Catalog;

/// <summary>Reads the catalogue of real offers and the measured latencies between regions.</summary>
internal sealed class CatalogFolder
{
    private const string SetName = "catalog";
    private const int OfferColumns = 12;
    private const int RegionColumns = 9;
    private const string MeasuringVendor = "azure";

    private static readonly (string Vendor, string Id)[] FurtherRegions =
        [("azure", "austriaeast"), ("azure", "belgiumcentral"), ("upcloud", "dk-cph1"), ("upcloud", "es-mad1"), ("upcloud", "fi-hel1")];

    private readonly string _path;

    private CatalogFolder(string path) => _path = path;

    /// <summary>Opens the folder beside the checkout.</summary>
    /// <exception cref="DirectoryNotFoundException">It is not there.</exception>
    public static CatalogFolder Open() => new(SharedData.Open(SetName));

    /// <summary>Offers of virtual machines with whole processors and without GPU.</summary>
    public IReadOnlyList<CatalogOffer> ReadOffers() =>
        [.. Rows("pool_offers_flat.csv", OfferColumns).Where(static cells => cells[10].Length == 0 && Number(cells[3]) >= 1).Select(ToOffer)];

    /// <summary>Providers by id.</summary>
    public IReadOnlyDictionary<string, CatalogProvider> ReadProviders()
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_path, "providers.json")));
        return json.RootElement.EnumerateObject().ToDictionary(static entry => entry.Name, static entry => ToProvider(entry.Value), StringComparer.Ordinal);
    }

    /// <summary>Regions between which latencies are measured, and some in further countries, whose latencies are estimated from distance.</summary>
    public IReadOnlyList<LocationDocument> ReadLocations()
    {
        HashSet<(string Vendor, string Id)> wanted = [.. ReadLinks().Select(static link => (MeasuringVendor, link.From)), .. FurtherRegions];
        return
        [
            .. File.ReadLines(Path.Combine(_path, "region_coordinates.csv"))
                .Select(static line => line.Split(','))
                .Where(cells => cells.Length == RegionColumns && wanted.Contains((cells[0], cells[1])))
                .Select(static cells => new LocationDocument { Id = cells[1], Country = cells[3], Latitude = Real(cells[5]), Longitude = Real(cells[6]) }),
        ];
    }

    /// <summary>Measured round trips.</summary>
    public IReadOnlyList<LinkDocument> ReadLinks()
    {
        string[][] table = [.. File.ReadLines(Path.Combine(_path, "azure_rtt_ms_europe.csv")).Select(static line => line.Split(','))];
        return
        [
            .. from row in table.Skip(1)
               from column in Enumerable.Range(1, row.Length - 1)
               where row[column].Length > 0
               select new LinkDocument { From = RegionId(row[0]), To = RegionId(table[0][column]), LatencyMs = Number(row[column]) },
        ];
    }

    private IEnumerable<string[]> Rows(string file, int columns) => File.ReadLines(Path.Combine(_path, file)).Skip(1).Select(line =>
    {
        string[] cells = line.Split(',');
        return cells.Length == columns ? cells : throw new FormatException($"{file}: {cells.Length} instead of {columns} columns in '{line}'.");
    });

    private static CatalogOffer ToOffer(string[] cells) => new(
        cells[0], cells[2], (long)Number(cells[3]), (long)(Number(cells[4]) * 1024), cells[6] == "arm64" ? "arch:arm64" : "arch:amd64", Number(cells[9]));

    private static CatalogProvider ToProvider(JsonElement provider) => new(
        provider.GetProperty("country").GetString()!,
        [.. provider.GetProperty("certifications").EnumerateArray().Select(static scheme => scheme.GetString()!)],
        provider.TryGetProperty("egress_free_tb", out JsonElement free) && decimal.TryParse(free.ToString(), CultureInfo.InvariantCulture, out decimal terabytes) ? terabytes : null);

    private static string RegionId(string name) => name.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();

    private static decimal Number(string cell) => decimal.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static double Real(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
