using Fulcrum.Client.Tests.Transports;

namespace Fulcrum.Client.Tests.Contract;

/// <summary>The contract over HTTP, through the engine's own edge.</summary>
public sealed class HttpClientTests() : PlacementClientContract(new HttpTransport());
