namespace Fulcrum.Client.Tests.Engine;

/// <summary>The engine over the transport of its name.</summary>
public sealed class HttpEngineTests(RealEngine engine) : EngineContract(engine.Http, engine.Gateway);
