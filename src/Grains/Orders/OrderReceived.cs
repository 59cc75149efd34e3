using Fulcrum.Contracts.Documents;

namespace Fulcrum.Grains.Orders;

/// <summary>The order is known, with what it asks for.</summary>
/// <param name="Order">The order.</param>
/// <param name="Fingerprint">Hash of the request.</param>
public sealed record OrderReceived(OrderDocument Order, string Fingerprint) : OrderEvent;
