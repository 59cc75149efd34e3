using Fulcrum.Contracts.Errors;

namespace Fulcrum.Contracts.Markets;

/// <summary>What became of a change of a market.</summary>
[GenerateSerializer, Immutable, Alias("markets.reply")]
public sealed record MarketReply
{
    /// <summary>Code of <see cref="ErrorCodes"/>; absent is success.</summary>
    [Id(0)] public string? Code { get; init; }

    /// <summary>In words.</summary>
    [Id(1)] public string? Detail { get; init; }

    /// <summary>Locations, or one for the links, that are new.</summary>
    [Id(2)] public int Created { get; init; }

    /// <summary>Locations, or one for the links, that are different from before.</summary>
    [Id(3)] public int Changed { get; init; }

    /// <summary>The market after the change.</summary>
    [Id(4)] public MarketView? Market { get; init; }
}
