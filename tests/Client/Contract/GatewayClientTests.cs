using Fulcrum.Client.Tests.Transports;

namespace Fulcrum.Client.Tests.Contract;

/// <summary>The contract over the gateway.</summary>
public sealed class GatewayClientTests() : PlacementClientContract(new GatewayTransport());
