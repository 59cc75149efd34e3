namespace Fulcrum.Grains.Placement;

/// <summary>
/// Bounds the quotes and orders of a silo: so many are under way, so many wait, the rest is refused before it has cost anything. Who waits begins in turn by
/// tenant, and when all places to wait are taken, the tenant with the most gives one up to a tenant with fewer.
/// </summary>
public sealed class AdmissionGate(AdmissionOptions options)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, TenantLine> _lines = new(StringComparer.Ordinal);
    private readonly Queue<TenantLine> _turns = new();
    private int _underWay;
    private int _waiting;

    /// <summary>Quotes and orders that wait to begin.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Waits to begin; null when too much is waiting already.</summary>
    public ValueTask<Admission?> EnterAsync(string tenant)
    {
        TaskCompletionSource<Admission?>? givenUp = null;
        TaskCompletionSource<Admission?> place;
        lock (_gate)
        {
            if (_underWay < options.UnderWayMax)
            {
                _underWay++;
                return ValueTask.FromResult<Admission?>(new Admission(this));
            }

            if (_waiting >= options.WaitingMax && !TryMakeRoom(tenant, out givenUp)) return ValueTask.FromResult<Admission?>(null);
            place = Wait(tenant);
        }

        givenUp?.SetResult(null);
        return new ValueTask<Admission?>(place.Task);
    }

    internal void Leave()
    {
        TaskCompletionSource<Admission?>? next;
        lock (_gate)
        {
            next = Next();
            if (next is null) _underWay--;
        }

        next?.SetResult(new Admission(this));
    }

    private TaskCompletionSource<Admission?> Wait(string tenant)
    {
        TaskCompletionSource<Admission?> place = new(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_lines.TryGetValue(tenant, out TenantLine? line))
        {
            _lines[tenant] = line = new TenantLine(tenant);
            _turns.Enqueue(line);
        }

        line.Places.AddLast(place);
        _waiting++;
        return place;
    }

    private bool TryMakeRoom(string tenant, out TaskCompletionSource<Admission?>? givenUp)
    {
        givenUp = null;
        if (_lines.Count == 0) return false;
        TenantLine longest = _lines.Values.MaxBy(static line => line.Places.Count)!;
        int own = _lines.TryGetValue(tenant, out TenantLine? line) ? line.Places.Count : 0;
        if (own + 1 >= longest.Places.Count) return false;
        givenUp = longest.Places.Last!.Value;
        longest.Places.RemoveLast();
        _waiting--;
        return true;
    }

    private TaskCompletionSource<Admission?>? Next()
    {
        if (!_turns.TryDequeue(out TenantLine? line)) return null;
        TaskCompletionSource<Admission?> next = line.Places.First!.Value;
        line.Places.RemoveFirst();
        _waiting--;
        if (line.Places.Count > 0) _turns.Enqueue(line);
        else _lines.Remove(line.Tenant);
        return next;
    }

    private sealed record TenantLine(string Tenant)
    {
        public LinkedList<TaskCompletionSource<Admission?>> Places { get; } = new();
    }
}
