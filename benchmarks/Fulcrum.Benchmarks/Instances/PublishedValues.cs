using System.Globalization;

namespace Fulcrum.Benchmarks.Instances;

/// <summary>A table of published values: comma-separated, the name of the instance first, a header line.</summary>
internal static class PublishedValues
{
    /// <summary>Instances in the order of the file, each with one column; null where the cell is empty.</summary>
    public static IEnumerable<(string Name, decimal? Value)> Read(string path, string column)
    {
        string[][] lines = [.. File.ReadLines(path).Where(static line => line.Length > 0).Select(static line => line.Split(','))];
        int index = Array.IndexOf(lines[0], column);
        if (index < 0) throw new FormatException($"{path} has no column '{column}'; it has {string.Join(", ", lines[0])}.");
        return lines.Skip(1).Select(cells => (cells[0], cells[index].Length == 0 ? (decimal?)null : decimal.Parse(cells[index], CultureInfo.InvariantCulture)));
    }
}
