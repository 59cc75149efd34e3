namespace Fulcrum.Client.Tests.Engine;

/// <summary>The engine over the transport of its name.</summary>
public sealed class EmbeddedEngineTests(RealEngine engine) : EngineContract(engine.Embedded, engine.Http);
