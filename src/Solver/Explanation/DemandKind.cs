namespace Fulcrum.Solver.Explanation;

/// <summary>What a demand is about.</summary>
internal enum DemandKind
{
    /// <summary>Something that single pools pass or not, or that holds within or between some items.</summary>
    Rule,

    /// <summary>The price of the whole order.</summary>
    Budget,

    /// <summary>The number or the shares of providers: leaving an item out can make it harder to meet.</summary>
    Providers,

    /// <summary>A service that decides which certificates cover an item: without it, other certificates are asked for.</summary>
    Service,

    /// <summary>How much is bought: can be less, not nothing.</summary>
    Amount,
}
