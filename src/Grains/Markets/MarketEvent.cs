namespace Fulcrum.Grains.Markets;

/// <summary>A change of a market.</summary>
public abstract record MarketEvent;
