using Fulcrum.Contracts.Markets;
using Fulcrum.Grains.Actors;
using Fulcrum.Grains.Journaling;
using Microsoft.Extensions.Hosting;
using Orleans.Concurrency;

namespace Fulcrum.Grains.Markets;

/// <summary>Places, latencies and the currency of a market.</summary>
[Reentrant]
internal sealed class MarketGrain(ActorHost host, TimeProvider time, IHostApplicationLifetime lifetime) : Grain, IMarketGrain
{
    private readonly LongPoll _poll = new(time, lifetime);
    private Journal<MarketState, MarketEvent> _journal = null!;
    private MarketView _view = new MarketState().ToView();

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        ActorServices services = host.ServicesFor("Fulcrum.Grains.Markets", DeactivateOnIdle);
        _journal = new Journal<MarketState, MarketEvent>(this.GetPrimaryKeyString(), new MarketStreamRules(), MarketStreamRules.Codec, services, Committed);
        return _journal.ActivateAsync();
    }

    /// <inheritdoc/>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => _journal.DrainAsync();

    /// <inheritdoc/>
    public Task<MarketReply> ChangeAsync(ChangeMarket command) =>
        _journal.ExecuteAsync(command.CommandId, (state, now) => MarketRules.Change(state, command, now));

    /// <inheritdoc/>
    public async Task<MarketView> GetAsync(long knownVersion, TimeSpan wait)
    {
        if (_view.Version == knownVersion) await _poll.WaitAsync(wait);
        if (knownVersion < 0 || _view.Version <= knownVersion) await _journal.RefreshAsync();
        return _view;
    }

    private void Committed(MarketState state)
    {
        _view = state.ToView();
        _poll.Signal();
    }
}
