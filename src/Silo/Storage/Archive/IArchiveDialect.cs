using System.Data.Common;

namespace Fulcrum.Silo.Storage.Archive;

/// <summary>What differs between databases when events are archived and deleted.</summary>
internal interface IArchiveDialect
{
    /// <summary>Selects whether this transaction is the only one that archives; holds until it ends.</summary>
    string TakeTurn { get; }

    /// <summary>Every column that an event and an archived event have.</summary>
    string EventColumns { get; }

    /// <summary>Columns of the place in the feed, in its order.</summary>
    string PlaceColumns { get; }

    /// <summary>The same as two whole numbers.</summary>
    string PlaceNumbers { get; }

    /// <summary>The place named by <c>@transaction</c> and <c>@sequence</c>.</summary>
    string PlaceValues { get; }

    /// <summary>Sets a place to that.</summary>
    string SetPlace { get; }

    /// <summary>Whether the feed shows events by now; what it has not shown is left where it is.</summary>
    string IsShown { get; }

    /// <summary>Locks head rows that are selected, leaving out those that are locked.</summary>
    string LockRows { get; }

    /// <summary>Whether a column is one of the texts in <c>@streams</c>.</summary>
    string IsAmong(string column);

    /// <summary>An instant column as microseconds since 1970.</summary>
    string Micros(string column);

    /// <summary>Statements that move events; the last one answers how many.</summary>
    IReadOnlyList<string> Move(string condition);

    /// <summary>A list of texts as a parameter.</summary>
    object Texts(IReadOnlyCollection<string> values);

    /// <summary>An instant as a parameter.</summary>
    object Instant(DateTimeOffset instant);

    /// <summary>An open connection.</summary>
    Task<DbConnection> OpenAsync(CancellationToken cancellationToken);
}
