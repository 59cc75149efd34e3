using Fulcrum.Grains.Journaling;
using Microsoft.Data.Sqlite;

namespace Fulcrum.Silo.Storage.Sqlite;

/// <summary>Asks for rows and reads them.</summary>
internal static class SqliteRows
{
    /// <summary>An event whose columns begin at a position.</summary>
    public static StoredEvent Event(SqliteDataReader reader, int first) => new(
        reader.GetInt64(first),
        reader.GetString(first + 1),
        new Guid((byte[])reader.GetValue(first + 2)),
        StoreTime.FromMicros(reader.GetInt64(first + 3)),
        (byte[])reader.GetValue(first + 4));

    /// <summary>A statement with its parameters.</summary>
    public static SqliteCommand Command(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        foreach ((string name, object? value) in parameters) command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }
}
