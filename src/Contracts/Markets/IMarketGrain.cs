namespace Fulcrum.Contracts.Markets;

/// <summary>Places, latencies and the currency of a market. Key: <see cref="Identity.MarketId.Key"/>.</summary>
[Alias("fulcrum.market")]
public interface IMarketGrain : IGrainWithStringKey
{
    /// <summary>Changes locations or links, all or nothing.</summary>
    [Alias("change")]
    Task<MarketReply> ChangeAsync(ChangeMarket command);

    /// <summary>The market; waits up to the time given while its version is the one given.</summary>
    [Alias("get")]
    Task<MarketView> GetAsync(long knownVersion, TimeSpan wait);
}
