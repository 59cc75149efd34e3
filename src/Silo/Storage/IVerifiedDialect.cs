using System.Data.Common;

namespace Fulcrum.Silo.Storage;

/// <summary>What differs between databases when they are verified. Instants come as microseconds since 1970.</summary>
internal interface IVerifiedDialect
{
    /// <summary>Selects the last schema step.</summary>
    string SchemaStep { get; }

    /// <summary>Stream, kind, bucket, version, fence, tenant, owner, state, next due, summary, figures.</summary>
    string HeadColumns { get; }

    /// <summary>Version, type, instant, payload, tenant, transaction, sequence.</summary>
    string EventColumns { get; }

    /// <summary>The columns that those are made of.</summary>
    string StoredColumns { get; }

    /// <summary>Select streams that have events but no head row of a known kind.</summary>
    IReadOnlyList<string> Strays { get; }

    /// <summary>Select events that are not alone at their place in the feed, or that the feed does not reach.</summary>
    IReadOnlyList<string> Misplaced { get; }

    /// <summary>A connection that cannot change anything, not opened yet.</summary>
    DbConnection Connect();
}
