namespace Fulcrum.LoadTest;

/// <summary>Ways to reach the engine.</summary>
internal enum TransportKind
{
    /// <summary>Driver and silo are one process; calls go to the gateway grain.</summary>
    InProcess,

    /// <summary>The silo is a process of its own, reached by the client library over the cluster's gateway.</summary>
    Gateway,

    /// <summary>The silo is a process of its own, reached by the client library over HTTP.</summary>
    Http,
}
