using System.Globalization;

namespace Fulcrum.Silo.Storage.Postgres;

/// <summary>Opaque cursor of the feed on PostgreSQL: the pair (transaction id, sequence).</summary>
internal static class PostgresFeedCursor
{
    private const string Prefix = "p";
    private const char Separator = '-';

    public static string Format(ulong transaction, long sequence) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{transaction:x}{Separator}{sequence:x}");

    public static (ulong Transaction, long Sequence) Parse(string? cursor)
    {
        if (cursor is null) return (0, 0);
        string[] parts = cursor.StartsWith(Prefix, StringComparison.Ordinal) ? cursor[Prefix.Length..].Split(Separator) : [];
        return parts.Length == 2
            && ulong.TryParse(parts[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong transaction)
            && long.TryParse(parts[1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out long sequence)
            ? (transaction, sequence)
            : throw new FormatException($"'{cursor}' is not a cursor of this feed.");
    }
}
