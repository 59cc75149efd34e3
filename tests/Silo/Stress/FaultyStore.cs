using Fulcrum.Grains.Journaling;

namespace Fulcrum.Silo.Tests.Stress;

/// <summary>A real store whose calls fail at times, from a seed: before they have reached it, after they were done, or both late and done.</summary>
internal sealed class FaultyStore(IEventStore store, int seed) : IEventStore
{
    private const double FailureShare = 0.05;

    private static readonly TimeSpan LateMax = TimeSpan.FromMilliseconds(80);

    private readonly Lock _gate = new();
    private readonly Random _random = new(seed);
    private long _failures;

    /// <summary>Whether calls fail; when not, everything is passed on.</summary>
    public bool IsOn { get; set; }

    /// <summary>Calls that have failed.</summary>
    public long Failures => Interlocked.Read(ref _failures);

    public ValueTask<AppendOutcome> AppendAsync(AppendRequest request, CancellationToken cancellationToken) => Draw() switch
    {
        0 => throw Unavailable(),
        1 => DoneAndUnknownAsync(request),
        2 => LateAndUnknown(request),
        _ => store.AppendAsync(request, cancellationToken),
    };

    public ValueTask<StreamTail> ReadAsync(string stream, long afterVersion, CancellationToken cancellationToken) =>
        Draw() == 0 ? throw Unavailable() : store.ReadAsync(stream, afterVersion, cancellationToken);

    public ValueTask<IReadOnlyList<StreamHead>> FindHeadsAsync(IReadOnlyCollection<string> streams, CancellationToken cancellationToken) =>
        Draw() == 0 ? throw Unavailable() : store.FindHeadsAsync(streams, cancellationToken);

    public ValueTask<long> RaiseFenceAsync(string stream, CancellationToken cancellationToken) => store.RaiseFenceAsync(stream, cancellationToken);

    private int Draw()
    {
        lock (_gate)
        {
            if (!IsOn || _random.NextDouble() >= FailureShare) return -1;
            Interlocked.Increment(ref _failures);
            return _random.Next(3);
        }
    }

    private async ValueTask<AppendOutcome> DoneAndUnknownAsync(AppendRequest request)
    {
        await store.AppendAsync(request, CancellationToken.None);
        throw Unknown();
    }

    /// <summary>The append sets out later, and may meet a fence that was raised meanwhile.</summary>
    private ValueTask<AppendOutcome> LateAndUnknown(AppendRequest request)
    {
        TimeSpan late;
        lock (_gate) late = LateMax * _random.NextDouble();
        _ = LandAsync(request, late);
        throw Unknown();
    }

    private async Task LandAsync(AppendRequest request, TimeSpan late)
    {
        await Task.Delay(late, TimeProvider.System);
        await store.AppendAsync(request, CancellationToken.None);
    }

    private static EventStoreUnavailableException Unavailable() => new("The store is not reachable, says the test.");

    private static AppendOutcomeUnknownException Unknown() => new("The connection broke, says the test.");
}
