using System.Text.Json;
using Fulcrum.Grains.Journaling;

namespace Fulcrum.Grains.Providers;

/// <summary>How a provider follows from its events.</summary>
public sealed class ProviderStreamRules : IStreamRules<ProviderState, ProviderEvent>
{
    private static readonly TimeSpan TellAgainAfter = TimeSpan.FromSeconds(2);

    /// <summary>How its events are stored. Append only.</summary>
    public static EventCodec<ProviderEvent> Codec { get; } = new EventCodec<ProviderEvent>()
        .Add<ProviderChanged>("provider.changed.1")
        .Add<ProviderPoolJoined>("provider.pool-joined.1")
        .Add<ProviderPoolLeft>("provider.pool-left.1")
        .Add<ProviderAcknowledged>("provider.acknowledged.1")
        .Add<ProviderRetired>("provider.retired.1");

    /// <inheritdoc/>
    public string? SnapshotType => "provider.1";

    /// <inheritdoc/>
    public ProviderState Create() => new();

    /// <inheritdoc/>
    public void Apply(ProviderState state, ProviderEvent change, DateTimeOffset at)
    {
        state.ChangedAt = at;
        switch (change)
        {
            case ProviderChanged changed:
                (state.Provider, state.Version) = (changed.Provider, state.Version + 1);
                break;
            case ProviderPoolJoined joined:
                state.Pools[joined.Pool] = 0;
                break;
            case ProviderPoolLeft left:
                state.Pools.Remove(left.Pool);
                break;
            case ProviderAcknowledged acknowledged:
                foreach (string pool in acknowledged.Pools.Where(state.Pools.ContainsKey)) state.Pools[pool] = Math.Max(state.Pools[pool], acknowledged.Version);
                break;
            case ProviderRetired:
                state.Retired = true;
                break;
            default:
                throw new InvalidOperationException($"{change.GetType()} is not an event of a provider.");
        }
    }

    /// <inheritdoc/>
    public HeadFields Head(ProviderState state, long since) => new()
    {
        Kind = StreamKinds.Provider,
        State = state.Exists ? JsonNamingPolicy.CamelCase.ConvertName(state.Provider!.Status.ToString()) : "retired",
        NextDue = state.Exists && state.Behind.Any() ? state.ChangedAt + TellAgainAfter : null,
        Summary = state.ToView() is { } view ? Summaries.Write(view) : null,
    };

    /// <inheritdoc/>
    public long Alive(ProviderState state) => state.Pools.Count;

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Freeze(ProviderState state) => Summaries.Write(state);

    /// <inheritdoc/>
    public ProviderState Thaw(ReadOnlyMemory<byte> snapshot) => Summaries.Read<ProviderState>(snapshot);
}
