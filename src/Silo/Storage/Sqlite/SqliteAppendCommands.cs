using Fulcrum.Grains.Journaling;
using Microsoft.Data.Sqlite;

namespace Fulcrum.Silo.Storage.Sqlite;

/// <summary>The prepared statements of one batch.</summary>
internal sealed class SqliteAppendCommands : IDisposable
{
    private const string UpdateHead = """
        UPDATE stream_head SET version = version + $added, kind = $kind, bucket = $bucket, tenant = $tenant, owner = $owner, state = $state, next_due = $due,
            summary = coalesce($summary, summary), figures = $figures
        WHERE stream = $stream AND version = $expected AND fence = $fence
        """;

    private const string CreateHead = """
        INSERT INTO stream_head (stream, kind, bucket, version, fence, tenant, owner, state, next_due, summary, figures)
        VALUES ($stream, $kind, $bucket, $added, $fence, $tenant, $owner, $state, $due, $summary, $figures) ON CONFLICT (stream) DO NOTHING
        """;

    private const string InsertEvent = """
        INSERT INTO event (stream, version, tenant, type, command_id, decided_at, payload) VALUES ($stream, $version, $tenant, $type, $command, $at, $payload)
        """;

    private readonly SqliteCommand _update;
    private readonly SqliteCommand _create;
    private readonly SqliteCommand _insert;

    public SqliteAppendCommands(SqliteConnection connection)
    {
        _update = Prepare(connection, UpdateHead);
        _create = Prepare(connection, CreateHead);
        _insert = Prepare(connection, InsertEvent);
    }

    /// <summary>Writes head and events where version and fence match; answers whether they did.</summary>
    public bool Append(AppendRequest request)
    {
        bool isNew = request.ExpectedVersion == 0 && request.Fence == 0;
        if (WriteHead(isNew ? _create : _update, request) == 0) return false;
        for (int i = 0; i < request.Events.Count; i++) Insert(request, i);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _update.Dispose();
        _create.Dispose();
        _insert.Dispose();
    }

    private static int WriteHead(SqliteCommand command, AppendRequest request)
    {
        command.Parameters.Clear();
        Add(command, "$stream", request.Stream);
        Add(command, "$kind", request.Head.Kind);
        Add(command, "$bucket", StreamBucket.Of(request.Stream));
        Add(command, "$added", request.Events.Count);
        Add(command, "$fence", request.Fence);
        Add(command, "$tenant", request.Head.Tenant);
        Add(command, "$owner", request.Head.Owner);
        Add(command, "$state", request.Head.State);
        Add(command, "$due", request.Head.NextDue is { } due ? StoreTime.ToMicros(due) : null);
        Add(command, "$summary", request.Head.Summary is { IsEmpty: false } summary ? summary.ToArray() : null);
        Add(command, "$figures", request.Head.Figures is { IsEmpty: false } figures ? figures.ToArray() : null);
        if (command.CommandText.Contains("$expected", StringComparison.Ordinal)) Add(command, "$expected", request.ExpectedVersion);
        return command.ExecuteNonQuery();
    }

    private void Insert(AppendRequest request, int index)
    {
        NewEvent added = request.Events[index];
        _insert.Parameters.Clear();
        Add(_insert, "$stream", request.Stream);
        Add(_insert, "$version", request.ExpectedVersion + 1 + index);
        Add(_insert, "$tenant", request.Head.Tenant);
        Add(_insert, "$type", added.Type);
        Add(_insert, "$command", added.CommandId.ToByteArray());
        Add(_insert, "$at", StoreTime.ToMicros(added.At));
        Add(_insert, "$payload", added.Payload.ToArray());
        _insert.ExecuteNonQuery();
    }

    private static SqliteCommand Prepare(SqliteConnection connection, string sql)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    private static void Add(SqliteCommand command, string name, object? value) => command.Parameters.AddWithValue(name, value ?? DBNull.Value);
}
