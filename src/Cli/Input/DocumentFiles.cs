using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Contracts.Reading;
using Fulcrum.Planning;

namespace Fulcrum.Cli.Input;

/// <summary>Reads documents from files; everything wrong with one is thrown as <see cref="BadInputException"/>.</summary>
internal static class DocumentFiles
{
    private const string OrderPattern = "*.json";

    public static FederationDocument ReadFederation(string file) => Read(file, "federation", DocumentReader.ReadFederation);

    public static MarketSnapshot ReadMarket(string file) => MarketTranslation.ToSnapshot(ReadFederation(file));

    /// <summary>Reads an order by itself; the engine judges it against its market.</summary>
    public static OrderDocument ReadOrder(string file) => Read(file, "order", DocumentReader.ReadOrder);

    public static ShapeRequest ReadShapes(string file) => Read(file, "question about shapes", RequestReader.ReadShapeRequest);

    /// <summary>Reads an order and judges it against the market.</summary>
    public static OrderDocument ReadOrder(string file, MarketSnapshot market) =>
        Read(file, "order for this federation", utf8 => DocumentReader.ReadOrder(utf8, market.Directory));

    public static DecisionDocument ReadDecision(string file) => Read(file, "plan", DocumentReader.ReadDecision);

    public static OrderDecisionResource ReadOrderDecision(string file) => Read(file, "decision with its evidence", DocumentReader.ReadOrderDecision);

    /// <summary>The order files of a folder, sorted by name.</summary>
    public static IReadOnlyList<string> OrdersIn(string folder)
    {
        if (!Directory.Exists(folder)) throw new BadInputException(folder, "There is no such folder.");
        string[] files = [.. Directory.EnumerateFiles(folder, OrderPattern).Order(StringComparer.Ordinal)];
        return files.Length > 0 ? files : throw new BadInputException(folder, $"The folder has no order ({OrderPattern}).");
    }

    private static T Read<T>(string file, string noun, Func<ReadOnlyMemory<byte>, ReadResult<T>> read)
        where T : notnull
    {
        ReadResult<T> result = read(Bytes(file));
        return result.TryGet(out T? document) ? document : throw new BadInputException(file, $"This is not a valid {noun}.", result.Faults);
    }

    private static byte[] Bytes(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BadInputException(file, "There is no such file.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(file, $"The file cannot be read: {exception.Message}");
        }
    }
}
