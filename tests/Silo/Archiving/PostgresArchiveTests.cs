using Fulcrum.Grains.Journaling;
using Fulcrum.Silo.Storage.Archive;
using Fulcrum.Silo.Storage.Postgres;
using Fulcrum.Silo.Tests.Storage;
using Npgsql;

namespace Fulcrum.Silo.Tests.Archiving;

public sealed class PostgresArchiveTests : ArchiveContract
{
    private NpgsqlDataSource _dataSource = null!;
    private NpgsqlDataSource _batches = null!;

    private protected override async Task<(object Store, IArchiveDialect Dialect)> CreateAsync()
    {
        string connection = await PostgresServer.CreateDatabaseAsync();
        (_dataSource, _batches) = (PostgresPlans.CreateDataSource(connection), PostgresPlans.CreateBatchDataSource(connection));
        await PostgresSchema.MigrateAsync(_dataSource, Token);
        return (new PostgresEventStore(_dataSource, _batches), new PostgresArchiveDialect(_dataSource));
    }

    [Fact]
    public async Task A_page_of_the_feed_is_read_from_both_tables_along_their_indexes_before_the_server_has_looked_at_them()
    {
        await FillAsync();
        List<string> plan = await PlanAsync(PostgresFeed.PageSql(limit: 50, ofStream: false), "'5', 0, 't', '{}', 50, NULL");
        plan.ShouldContain(static line => line.Contains("Index Scan using event_feed on event", StringComparison.Ordinal));
        plan.ShouldContain(static line => line.Contains("Index Scan using event_archive_feed on event_archive", StringComparison.Ordinal));
        plan.ShouldContain(static line => line.Contains("Merge Append", StringComparison.Ordinal));
        plan.ShouldNotContain(static line => line.Contains("Sort  (", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_of_one_stream_is_read_by_its_name()
    {
        await FillAsync();
        List<string> plan = await PlanAsync(PostgresFeed.PageSql(limit: 50, ofStream: true), "'5', 0, 't', '{}', 50, 'order:t/7'");
        plan.Count(static line => line.Contains("_pkey", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Theory]
    [InlineData("UPDATE event_archive SET transaction_id = '99999999999'")]
    [InlineData("UPDATE feed_horizon SET transaction_id = '99999999999'")]
    public async Task A_database_restored_from_another_server_goes_on_after_what_was_archived_and_deleted(string ahead)
    {
        await Append("order:t/1", 0);
        await Archive.MoveAsync(["order:t/1"], After, Token);
        await ExecuteAsync(ahead);
        await PostgresSchema.MigrateAsync(_dataSource, Token);
        await Append("order:t/2", 0);
        await using NpgsqlCommand command = _dataSource.CreateCommand("SELECT transaction_id > '99999999999'::xid8 FROM event");
        (await command.ExecuteScalarAsync(Token)).ShouldBe(true);
    }

    [Fact]
    public async Task One_process_archives_at_a_time()
    {
        await Append("pool:a", 0, events: 2);
        await using NpgsqlConnection other = await _dataSource.OpenConnectionAsync(Token);
        await using NpgsqlTransaction transaction = await other.BeginTransactionAsync(Token);
        await using NpgsqlCommand command = new(new PostgresArchiveDialect(_dataSource).TakeTurn, other);
        (await command.ExecuteScalarAsync(Token)).ShouldBe(true);
        (await Should.ThrowAsync<EventStoreUnavailableException>(() => Archive.MoveAsync("pool:a", below: 2, After, Token))).Message.ShouldContain("Another process is archiving");
        await transaction.CommitAsync(Token);
        (await Archive.MoveAsync("pool:a", below: 2, After, Token)).ShouldBe(1);
    }

    /// <summary>Some thousand events in either table, whose statistics nobody has gathered.</summary>
    private Task FillAsync() => ExecuteAsync("""
        INSERT INTO event (stream, version, tenant, type, command_id, decided_at, payload)
        SELECT 'order:t/' || i, 1, 't', 'x', gen_random_uuid(), now(), 'x' FROM generate_series(1, 20000) i;
        INSERT INTO event_archive (stream, version, transaction_id, sequence, tenant, type, command_id, decided_at, payload)
        SELECT stream, version, transaction_id, sequence, tenant, type, command_id, decided_at, payload FROM event;
        """);

    /// <summary>The plan of a statement that is kept for any parameters.</summary>
    private async Task<List<string>> PlanAsync(string sql, string parameters)
    {
        await using NpgsqlConnection connection = await _dataSource.OpenConnectionAsync(Token);
        await using NpgsqlCommand prepare = new($"SET plan_cache_mode = force_generic_plan; PREPARE page (xid8, bigint, text, text[], bigint, text) AS {sql}", connection);
        await prepare.ExecuteNonQueryAsync(Token);
        await using NpgsqlCommand explain = new($"EXPLAIN EXECUTE page ({parameters})", connection);
        List<string> plan = [];
        await using NpgsqlDataReader reader = await explain.ExecuteReaderAsync(Token);
        while (await reader.ReadAsync(Token)) plan.Add(reader.GetString(0));
        return plan;
    }

    private protected override async Task ExecuteAsync(string sql)
    {
        await using NpgsqlCommand command = _dataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Token);
    }

    private protected override async ValueTask DropAsync()
    {
        await _batches.DisposeAsync();
        await _dataSource.DisposeAsync();
    }
}
