using Fulcrum.Contracts.Orders;

namespace Fulcrum.Grains.Orders;

/// <summary>What came of recording an attempt of which every pool said yes.</summary>
/// <param name="Holds">Whether this attempt is the one that holds the order.</param>
/// <param name="Outcome">What to answer; null when another attempt may be made.</param>
internal readonly record struct AttemptResult(bool Holds, OrderOutcome? Outcome);
