using Fulcrum.Grains.Journaling;
using Npgsql;

namespace Fulcrum.Silo.Storage.Postgres;

/// <summary>Tells failures that changed nothing from those that may have.</summary>
internal static class PostgresFaults
{
    /// <summary>Opens a connection; a failure to do so has changed nothing.</summary>
    /// <exception cref="EventStoreUnavailableException">No connection could be had.</exception>
    public static async ValueTask<NpgsqlConnection> OpenAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        try
        {
            return await dataSource.OpenConnectionAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException)
        {
            throw new EventStoreUnavailableException($"PostgreSQL cannot be reached: {exception.Message}", exception);
        }
    }

    /// <summary>
    /// Whether the server itself reported that the statement failed, so that it was rolled back.
    /// Shutdowns and crashes (class 57P) and connection failures (class 08) are not such reports: they may strike after the commit.
    /// </summary>
    public static bool IsRolledBack(PostgresException exception) =>
        !exception.SqlState.StartsWith("57", StringComparison.Ordinal) && !exception.SqlState.StartsWith("08", StringComparison.Ordinal);
}
