using System.Globalization;

namespace Fulcrum.Simulation.Tests.Machine;

/// <summary>One thread, one seed: picks what runs next from everything that could, and moves time when nothing can.</summary>
internal sealed class SimMachine
{
    private const int TraceTail = 60;
    private const ulong HashSeed = 14695981039346656037;
    private const ulong HashPrime = 1099511628211;

    private readonly List<(SimContext? Context, Action Run)> _ready = [];
    private readonly PriorityQueue<(SimContext? Context, Action Run), (TimeSpan At, long Order)> _timers = new();
    private readonly Queue<string> _trace = new();
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private long _order;

    public SimMachine(int seed) => Random = new Random(seed);

    public static DateTimeOffset Epoch { get; } = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    public Random Random { get; }

    public TimeSpan Now { get; private set; }

    public long Steps { get; private set; }

    /// <summary>Hash of everything that was traced, in order.</summary>
    public ulong Hash { get; private set; } = HashSeed;

    public IEnumerable<string> Trace => _trace;

    /// <summary>Called after every step.</summary>
    public Action AfterStep { get; set; } = static () => { };

    public bool Chance(double probability) => probability > 0 && Random.NextDouble() < probability;

    public TimeSpan Delay(double milliseconds) => TimeSpan.FromMilliseconds(Math.Ceiling(Random.NextDouble() * milliseconds));

    public Guid NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        Random.NextBytes(bytes);
        return new Guid(bytes);
    }

    public void Enqueue(SimContext? context, Action run)
    {
        Environment.CurrentManagedThreadId.ShouldBe(_thread, "something left the simulated schedulers");
        _ready.Add((context, run));
    }

    public void After(TimeSpan delay, Action run) => After(null, delay, run);

    public void Note(string what)
    {
        string line = string.Create(CultureInfo.InvariantCulture, $"{Now.TotalSeconds:F3} {what}");
        foreach (char c in line) Hash = unchecked((Hash ^ c) * HashPrime);
        _trace.Enqueue(line);
        if (_trace.Count > TraceTail) _trace.Dequeue();
    }

    /// <summary>Runs until the steps are done, the time has come, or nothing is left to run.</summary>
    public void Run(long stepsMax, TimeSpan until)
    {
        for (long step = 0; step < stepsMax && Prepare(until); step++)
        {
            int pick = Random.Next(_ready.Count);
            (SimContext? context, Action run) = _ready[pick];
            _ready[pick] = _ready[^1];
            _ready.RemoveAt(_ready.Count - 1);
            Step(context, run);
        }
    }

    private void Step(SimContext? context, Action run)
    {
        if (context is { IsDead: true }) return;
        if (context is not null && context.StalledUntil > Now)
        {
            After(context, context.StalledUntil - Now, run);
            return;
        }

        Steps++;
        Hash = unchecked((Hash ^ (ulong)(context?.Name.Length ?? 0) ^ (ulong)Now.Ticks) * HashPrime);
        SynchronizationContext? outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(context);
        try
        {
            run();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }

        AfterStep();
    }

    private bool Prepare(TimeSpan until)
    {
        if (_ready.Count > 0) return true;
        if (!_timers.TryPeek(out _, out (TimeSpan At, long Order) next) || next.At > until) return false;
        Now = next.At;
        while (_timers.TryPeek(out (SimContext? Context, Action Run) item, out (TimeSpan At, long Order) due) && due.At <= Now)
        {
            _timers.Dequeue();
            _ready.Add(item);
        }

        return true;
    }

    private void After(SimContext? context, TimeSpan delay, Action run) => _timers.Enqueue((context, run), (Now + (delay < TimeSpan.Zero ? TimeSpan.Zero : delay), _order++));
}
