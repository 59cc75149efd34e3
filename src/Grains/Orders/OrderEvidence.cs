using Fulcrum.Grains.Journaling;

namespace Fulcrum.Grains.Orders;

/// <summary>Finds what a decision rests on in the events of its order: an order in memory does not keep it.</summary>
internal static class OrderEvidence
{
    /// <summary>The evidence of the plan that stands; null without one.</summary>
    public static JsonText? Of(IEnumerable<StoredEvent> events) =>
        events.Select(static stored => OrderRules.Codec.Decode(stored.Type, stored.Payload)).Select(Of).LastOrDefault(static evidence => evidence is not null);

    private static JsonText? Of(OrderEvent change) => change switch
    {
        OrderHeld held => held.Plan?.Evidence,
        OrderQuoted quoted => quoted.Evidence,
        OrderRejected rejected => rejected.Evidence,
        _ => null,
    };
}
