using System.Text.Json.Serialization;

namespace Fulcrum.Silo.Archiving;

/// <summary>What archiving came to.</summary>
internal sealed record ArchiveTally
{
    /// <summary>Events moved into the archive.</summary>
    public long EventsArchived { get; set; }

    /// <summary>Events deleted.</summary>
    public long EventsDeleted { get; set; }

    /// <summary>Orders and keys deleted whole.</summary>
    public long StreamsDeleted { get; set; }

    /// <summary>Pools, providers and markets of which the beginning was deleted.</summary>
    public long StreamsCut { get; set; }

    /// <summary>Whether nothing was done.</summary>
    [JsonIgnore]
    public bool IsEmpty => EventsArchived + EventsDeleted + StreamsDeleted == 0;
}
