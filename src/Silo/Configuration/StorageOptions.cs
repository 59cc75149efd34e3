using System.ComponentModel.DataAnnotations;

namespace Fulcrum.Silo.Configuration;

/// <summary>Where the truth is kept.</summary>
public sealed class StorageOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Fulcrum:Storage";

    /// <summary>Kind of database.</summary>
    /// <value><c>sqlite</c> (default) or <c>postgres</c>.</value>
    [RegularExpression("^(sqlite|postgres)$", ErrorMessage = "Fulcrum:Storage:Provider must be 'sqlite' or 'postgres'.")]
    public string Provider { get; set; } = Sqlite;

    /// <summary>Connection string of the database.</summary>
    /// <value>Default for SQLite: a file <c>fulcrum/fulcrum.db</c> under the user's data folder. PostgreSQL has no default.</value>
    public string? ConnectionString { get; set; }

    /// <summary>Connections that a silo keeps to PostgreSQL at most, beside those for batches.</summary>
    /// <value>Default 40, bounds 4 … 1 000.</value>
    [Range(4, 1_000)]
    public int ConnectionsMax { get; set; } = 40;

    internal const string Sqlite = "sqlite";

    internal const string Postgres = "postgres";
}
