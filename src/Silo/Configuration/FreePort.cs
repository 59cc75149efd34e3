using System.Net;
using System.Net.Sockets;

namespace Fulcrum.Silo.Configuration;

/// <summary>
/// Finds ports nobody listens on. They are taken from below the ranges from which systems give ports to connections, and each is given once per process:
/// between the moment a port is found and the moment it is used nobody else is likely to get it.
/// </summary>
public static class FreePort
{
    private const int First = 10_000;
    private const int Count = 10_000;

    private static int _last = Random.Shared.Next(Count);

    /// <summary>The port itself, or a free one for 0.</summary>
    /// <exception cref="InvalidOperationException">Every port tried is in use.</exception>
    public static int Or(int port) => port != 0 ? port : Any();

    private static int Any()
    {
        for (int i = 0; i < Count; i++)
        {
            int port = First + (int)((uint)Interlocked.Increment(ref _last) % Count);
            if (IsFree(port)) return port;
        }

        throw new InvalidOperationException($"No port from {First} to {First + Count - 1} of the loopback interface is free.");
    }

    private static bool IsFree(int port)
    {
        try
        {
            using TcpListener listener = new(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
