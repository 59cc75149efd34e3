using Fulcrum.Client;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;

namespace Fulcrum.Silo.Tests.Cluster;

/// <summary>A reader of the feed that resumes after its last cursor whatever happens.</summary>
internal sealed class FeedFollower(IPlacementClient client)
{
    private const int PageSize = 200;

    private readonly List<(string Cursor, string Subject, long Version)> _read = [];
    private string? _after;

    /// <summary>What was read, in order.</summary>
    public IReadOnlyList<(string Cursor, string Subject, long Version)> Read => _read;

    /// <summary>Times it had to resume after a failure.</summary>
    public int Resumed { get; private set; }

    /// <summary>Reads until told to stop.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using PeriodicTimer pause = new(TimeSpan.FromMilliseconds(200));
        while (!stop.IsCancellationRequested)
        {
            await ReadToEndAsync();
            await pause.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    /// <summary>Reads what there is.</summary>
    public async Task ReadToEndAsync()
    {
        try
        {
            EventListResource page;
            do
            {
                page = await client.ReadEventsAsync(new EventQuery { After = _after, Limit = PageSize }, TestContext.Current.CancellationToken);
                _read.AddRange(page.Items.Select(static item => (item.Cursor, item.Subject, item.Version)));
                _after = page.NextCursor ?? _after;
            }
            while (!page.Items.IsEmpty);
        }
        catch (PlacementException)
        {
            Resumed++;
        }
    }
}
