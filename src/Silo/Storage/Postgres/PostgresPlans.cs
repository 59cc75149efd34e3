using Npgsql;

namespace Fulcrum.Silo.Storage.Postgres;

/// <summary>Has the server find every row that a silo asks for by an index.</summary>
/// <remarks>
/// Statements are prepared, and their plans are made without knowing how many streams a batch names, often before the tables have been analysed for the first time. The
/// planner then reads a whole table for a handful of streams: cheap while it is small, and dearer with every event. Where it takes a stream to have thousands of events it
/// reads a whole index instead, in order, by several processes, to join it with those few. Neither is left to it.
/// </remarks>
internal static class PostgresPlans
{
    private const string Settings = "SET enable_seqscan = off; SET enable_mergejoin = off; SET max_parallel_workers_per_gather = 0; SET jit = off";

    /// <summary>A data source whose connections plan that way; they are not reset when they go back to the pool, which would undo it.</summary>
    public static NpgsqlDataSource CreateDataSource(string connectionString)
    {
        NpgsqlDataSourceBuilder builder = new(connectionString) { ConnectionStringBuilder = { NoResetOnClose = true } };
        builder.UsePhysicalConnectionInitializer(Set, SetAsync);
        return builder.Build();
    }

    private static void Set(NpgsqlConnection connection)
    {
        using NpgsqlCommand command = new(Settings, connection);
        command.ExecuteNonQuery();
    }

    private static async Task SetAsync(NpgsqlConnection connection)
    {
        await using NpgsqlCommand command = new(Settings, connection);
        await command.ExecuteNonQueryAsync();
    }
}
