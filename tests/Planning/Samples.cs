using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Reading;

namespace Fulcrum.Planning.Tests;

/// <summary>The sample federation and orders of the repository.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset DecidedAt = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private static readonly string Folder = Path.Combine(Root(), "samples");
    private static readonly Lazy<FederationDocument> LazyFederation = new(static () => Read("federation-eu.json", DocumentReader.ReadFederation));
    private static readonly Lazy<MarketSnapshot> LazyMarket = new(static () => MarketTranslation.ToSnapshot(Federation));

    public static FederationDocument Federation => LazyFederation.Value;

    public static MarketSnapshot Market => LazyMarket.Value;

    public static TheoryData<string> OrderFiles => [.. Directory.EnumerateFiles(Path.Combine(Folder, "orders"), "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public static OrderDocument Order(string file) => Read(Path.Combine("orders", file), DocumentReader.ReadOrder);

    private static T Read<T>(string file, Func<ReadOnlyMemory<byte>, ReadResult<T>> read)
        where T : notnull
    {
        ReadResult<T> result = read(File.ReadAllBytes(Path.Combine(Folder, file)));
        result.Faults.ShouldBeEmpty(file);
        return result.Value!;
    }

    private static string Root()
    {
        string? current = AppContext.BaseDirectory;
        while (current is not null && !File.Exists(Path.Combine(current, "Fulcrum.slnx"))) current = Path.GetDirectoryName(current);
        return current ?? throw new DirectoryNotFoundException("No Fulcrum.slnx above the tests.");
    }
}
