using Fulcrum.Grains.Journaling;
using Npgsql;

namespace Fulcrum.Silo.Storage.Postgres;

/// <summary>Reads rows.</summary>
internal static class PostgresRows
{
    /// <summary>An event whose columns begin at a position.</summary>
    public static StoredEvent Event(NpgsqlDataReader reader, int first) => new(
        reader.GetInt64(first),
        reader.GetString(first + 1),
        reader.GetGuid(first + 2),
        reader.GetFieldValue<DateTimeOffset>(first + 3),
        reader.GetFieldValue<byte[]>(first + 4));
}
