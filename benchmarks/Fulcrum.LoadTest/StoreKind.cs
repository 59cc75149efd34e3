namespace Fulcrum.LoadTest;

/// <summary>Databases.</summary>
internal enum StoreKind
{
    /// <summary>A file that is removed afterwards.</summary>
    Sqlite,

    /// <summary>A database of its own on a server, which is dropped afterwards.</summary>
    Postgres,
}
