using System.Runtime.CompilerServices;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;

namespace Fulcrum.Client.Calls;

/// <summary>Enumerates the event feed page by page.</summary>
internal static class EventReader
{
    /// <summary>Events from a cursor on.</summary>
    public static async IAsyncEnumerable<EventResource> ReadAsync(
        EventStreamOptions options,
        Func<EventQuery, CancellationToken, Task<EventListResource>> read,
        TimeProvider time,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        EventQuery query = new() { After = options.After, Limit = options.PageSize, Types = options.Types };
        while (true)
        {
            EventListResource page = await read(query, cancellationToken);
            foreach (EventResource item in page.Items) yield return item;
            bool isAtEnd = page.Items.IsEmpty && (page.NextCursor is null || page.NextCursor == query.After);
            query = query with { After = page.NextCursor ?? query.After };
            if (!isAtEnd) continue;
            if (!options.Follow) yield break;
            await Task.Delay(options.PollInterval, time, cancellationToken);
        }
    }
}
