using Npgsql;

namespace Fulcrum.Silo.Storage.Postgres;

/// <summary>Has the server find every row that a silo asks for by an index.</summary>
/// <remarks>
/// Statements are prepared, and their plans are made without knowing how many streams a batch names, often before the tables have been analysed for the first time. The
/// planner then reads a whole table for a handful of streams: cheap while it is small, and dearer with every event. Where it takes a stream to have thousands of events it
/// reads a whole index instead, in order, by several processes, to join it with those few. Neither is left to it. Batches name mostly fewer streams than a general plan is made for,
/// so that one of their own seems cheaper each time, and making it takes longer than it saves: theirs are general.
/// </remarks>
internal static class PostgresPlans
{
    private const string Settings = "SET enable_seqscan = off; SET enable_mergejoin = off; SET max_parallel_workers_per_gather = 0; SET jit = off";

    private const string BatchSettings = Settings + "; SET plan_cache_mode = force_generic_plan";

    /// <summary>A data source whose connections plan that way; they are not reset when they go back to the pool, which would undo it.</summary>
    public static NpgsqlDataSource CreateDataSource(string connectionString) => Create(new NpgsqlDataSourceBuilder(connectionString), Settings);

    /// <summary>A data source for batches, with as many connections as there are statements under way.</summary>
    public static NpgsqlDataSource CreateBatchDataSource(string connectionString) =>
        Create(new NpgsqlDataSourceBuilder(connectionString) { ConnectionStringBuilder = { MaxPoolSize = PostgresEventStore.BatchConnections } }, BatchSettings);

    private static NpgsqlDataSource Create(NpgsqlDataSourceBuilder builder, string settings)
    {
        builder.ConnectionStringBuilder.NoResetOnClose = true;
        builder.UsePhysicalConnectionInitializer(Set, SetAsync);
        return builder.Build();

        void Set(NpgsqlConnection connection)
        {
            using NpgsqlCommand command = new(settings, connection);
            command.ExecuteNonQuery();
        }

        async Task SetAsync(NpgsqlConnection connection)
        {
            await using NpgsqlCommand command = new(settings, connection);
            await command.ExecuteNonQueryAsync();
        }
    }
}
