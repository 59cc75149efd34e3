using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Markets;
using Fulcrum.Grains.Journaling;

namespace Fulcrum.Grains.Markets;

/// <summary>How a market follows from its events.</summary>
public sealed class MarketStreamRules : IStreamRules<MarketState, MarketEvent>
{
    /// <summary>How its events are stored. Append only.</summary>
    public static EventCodec<MarketEvent> Codec { get; } = new EventCodec<MarketEvent>().Add<MarketChanged>("market.changed.1");

    /// <inheritdoc/>
    public string? SnapshotType => "market.1";

    /// <inheritdoc/>
    public MarketState Create() => new();

    /// <inheritdoc/>
    public void Apply(MarketState state, MarketEvent change, DateTimeOffset at)
    {
        MarketChanged changed = (MarketChanged)change;
        state.Version++;
        foreach (LocationDocument location in changed.Locations) state.Locations[location.Id] = new PlacedLocation(location, state.Version);
        if (changed.Links is not { } links) return;
        (state.Links, state.LinksVersion) = (links, state.Version);
    }

    /// <inheritdoc/>
    public HeadFields Head(MarketState state, long since) => new() { Kind = StreamKinds.Market };

    /// <inheritdoc/>
    public long Alive(MarketState state) => state.Locations.Count;

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Freeze(MarketState state) => Summaries.Write(state);

    /// <inheritdoc/>
    public MarketState Thaw(ReadOnlyMemory<byte> snapshot) => Summaries.Read<MarketState>(snapshot);
}
