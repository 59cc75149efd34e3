namespace Fulcrum.Silo.Demo;

/// <summary>A table of plain text; a header that begins with <c>&gt;</c> aligns its column right.</summary>
internal sealed class TextTable(params string[] headers)
{
    private readonly List<string[]> _rows = [];

    /// <summary>Adds a row.</summary>
    public void Add(params string[] cells) => _rows.Add(cells);

    /// <inheritdoc/>
    public override string ToString()
    {
        string[] titles = [.. headers.Select(static header => header.TrimStart('>'))];
        int[] widths = [.. titles.Select((title, column) => _rows.Select(row => row[column].Length).Append(title.Length).Max())];
        IEnumerable<string[]> lines = [titles, [.. widths.Select(static width => new string('-', width))], .. _rows];
        return string.Concat(lines.Select(line => "  " + string.Join("  ", line.Select((cell, column) => Pad(cell, widths[column], headers[column]))).TrimEnd() + "\n"));
    }

    private static string Pad(string cell, int width, string header) => header.StartsWith('>') ? cell.PadLeft(width) : cell.PadRight(width);
}
