using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Markets;
using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Grains.Markets;

/// <summary>Places and latencies. Changed by events only.</summary>
public sealed class MarketState
{
    /// <summary>The currency of every price and budget.</summary>
    public const string Currency = "EUR";

    /// <summary>Number of changes so far.</summary>
    public long Version { get; set; }

    /// <summary>Places by id, with the version of their last change.</summary>
    public SortedDictionary<string, PlacedLocation> Locations { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Measured latencies.</summary>
    public ImmutableArray<LinkDocument> Links { get; set; } = [];

    /// <summary>Version at which the latencies changed last.</summary>
    public long LinksVersion { get; set; }

    /// <summary>The market as others see it.</summary>
    public MarketView ToView() => new()
    {
        Version = Version,
        Currency = Currency,
        Locations = Locations.ToSortedMap(),
        Links = Links,
        LinksVersion = LinksVersion,
    };
}
