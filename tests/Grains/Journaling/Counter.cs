using System.Text.Json;
using Fulcrum.Grains.Journaling;

namespace Fulcrum.Grains.Tests.Journaling;

/// <summary>The smallest ledger: a number that may not exceed a limit.</summary>
internal sealed class Counter
{
    public const long Limit = 10;

    public long Total { get; set; }

    internal sealed class Rules : IStreamRules<Counter, CounterEvent>
    {
        public static EventCodec<CounterEvent> Codec { get; } = new EventCodec<CounterEvent>().Add<Added>("counter.added.1");

        public string? SnapshotType => "counter.1";

        public Counter Create() => new();

        public void Apply(Counter state, CounterEvent change, DateTimeOffset at) => state.Total += ((Added)change).Amount;

        public HeadFields Head(Counter state, long since) => new() { Kind = "counter" };

        public long Alive(Counter state) => 0;

        public ReadOnlyMemory<byte> Freeze(Counter state) => JsonSerializer.SerializeToUtf8Bytes(state);

        public Counter Thaw(ReadOnlyMemory<byte> snapshot) => JsonSerializer.Deserialize<Counter>(snapshot.Span)!;
    }
}
