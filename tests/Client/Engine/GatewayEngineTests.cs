namespace Fulcrum.Client.Tests.Engine;

/// <summary>The engine over the transport of its name.</summary>
public sealed class GatewayEngineTests(RealEngine engine) : EngineContract(engine.Gateway, engine.Http);
