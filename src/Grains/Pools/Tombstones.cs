namespace Fulcrum.Grains.Pools;

/// <summary>Attempts that are over while a hold of theirs may still be on its way.</summary>
internal sealed class Tombstones
{
    private readonly Dictionary<Guid, DateTimeOffset> _until = [];
    private readonly PriorityQueue<Guid, DateTimeOffset> _order = new();

    /// <summary>Attempts and until when they are remembered.</summary>
    public IReadOnlyDictionary<Guid, DateTimeOffset> Entries => _until;

    /// <summary>Whether an attempt is known to be over.</summary>
    public bool Contains(Guid attempt) => _until.ContainsKey(attempt);

    /// <summary>Remembers an attempt; never for a shorter time than before.</summary>
    public void Add(Guid attempt, DateTimeOffset until)
    {
        if (_until.TryGetValue(attempt, out DateTimeOffset known) && known >= until) return;
        _until[attempt] = until;
        _order.Enqueue(attempt, until);
    }

    /// <summary>Forgets what is past.</summary>
    public void Prune(DateTimeOffset now)
    {
        while (_order.TryPeek(out Guid attempt, out DateTimeOffset until) && until < now)
        {
            _order.Dequeue();
            if (_until.TryGetValue(attempt, out DateTimeOffset last) && last == until) _until.Remove(attempt);
        }
    }
}
