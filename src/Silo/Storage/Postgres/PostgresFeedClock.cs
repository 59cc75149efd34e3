using Npgsql;

namespace Fulcrum.Silo.Storage.Postgres;

/// <summary>
/// The transaction ids of the feed: those of the server, and a shift. A dump keeps the ids of the server that it was taken from, and another server counts its own;
/// the shift puts new events after all that were restored.
/// </summary>
internal static class PostgresFeedClock
{
    /// <summary>Ids left free after the restored ones, for events of the old server that readers may have seen after the dump.</summary>
    public const long Gap = 1L << 32;

    /// <summary>Below this id every transaction is over, so that the feed may show it.</summary>
    public const string Horizon = "((pg_snapshot_xmin(pg_current_snapshot())::text::bigint + (SELECT shift FROM feed_clock))::text::xid8)";

    /// <summary>An id that no committed transaction can have reached.</summary>
    public const string Next = "((pg_snapshot_xmax(pg_current_snapshot())::text::bigint + (SELECT shift FROM feed_clock))::text::xid8)";

    private static readonly string Correct = $"""
        DO $$
        DECLARE
            ahead bigint;
        BEGIN
            SELECT last.transaction_id::text::bigint - pg_snapshot_xmax(pg_current_snapshot())::text::bigint INTO ahead
            FROM (
                (SELECT transaction_id FROM event ORDER BY transaction_id DESC, sequence DESC LIMIT 1)
                UNION ALL (SELECT transaction_id FROM event_archive ORDER BY transaction_id DESC, sequence DESC LIMIT 1)
                UNION ALL (SELECT transaction_id FROM feed_horizon)) AS last
            WHERE last.transaction_id >= {Next} ORDER BY last.transaction_id DESC LIMIT 1;
            IF ahead IS NOT NULL THEN
                UPDATE feed_clock SET shift = ahead + {Gap};
                EXECUTE format('ALTER TABLE event ALTER COLUMN transaction_id SET DEFAULT ((pg_current_xact_id()::text::bigint + %s)::text::xid8)', ahead + {Gap});
            END IF;
        END
        $$
        """;

    /// <summary>Moves the shift when the database has events that its server has not come to: it was restored from a dump.</summary>
    public static async Task CorrectAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = new(Correct, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
