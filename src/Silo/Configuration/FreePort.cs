using System.Net;
using System.Net.Sockets;

namespace Fulcrum.Silo.Configuration;

/// <summary>Finds ports nobody listens on.</summary>
internal static class FreePort
{
    /// <summary>The port itself, or a free one for 0.</summary>
    public static int Or(int port) => port != 0 ? port : Any();

    private static int Any()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
