using Fulcrum.LoadTest.Transports;

namespace Fulcrum.LoadTest.Servers;

/// <summary>A silo that serves one run.</summary>
internal interface IServer : IAsyncDisposable
{
    /// <summary>What its process has used so far.</summary>
    ServerUsage Usage { get; }

    /// <summary>Connects the driver.</summary>
    Task<IDriverTransport> ConnectAsync(TransportKind kind);
}
