using Spectre.Console;

namespace Fulcrum.Cli.Reports;

/// <summary>A table of plain texts; a column whose name begins with <c>&gt;</c> is aligned to the right.</summary>
internal sealed class DataTable
{
    private const char Right = '>';

    private readonly Table _table = new() { Border = TableBorder.Rounded };

    public DataTable(params IReadOnlyList<string> columns)
    {
        foreach (string column in columns)
        {
            TableColumn added = new(new Text(column.TrimStart(Right)));
            _table.AddColumn(column.StartsWith(Right) ? added.RightAligned() : added);
        }
    }

    /// <summary>Adds a row; an absent text is an empty cell.</summary>
    public void Add(params IEnumerable<string?> cells) => _table.AddRow(cells.Select(static cell => new Text(cell ?? "")));

    /// <summary>Writes the table, or that it is empty.</summary>
    public void WriteTo(IAnsiConsole console)
    {
        if (_table.Rows.Count > 0) console.Write(_table);
        else console.WriteLine("None.");
    }
}
