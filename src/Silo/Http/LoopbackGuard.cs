using System.Net;

namespace Fulcrum.Silo.Http;

/// <summary>Refuses addresses that others than this machine can reach, as long as callers are not authenticated.</summary>
public static class LoopbackGuard
{
    private const string Localhost = "localhost";

    /// <summary>Checks the addresses that the host listens on.</summary>
    /// <param name="urls">Addresses as ASP.NET Core writes them, e.g. <c>http://127.0.0.1:8080</c>.</param>
    /// <exception cref="InvalidOperationException">An address is not on the loopback interface.</exception>
    public static void Check(IEnumerable<string> urls)
    {
        string[] open = [.. urls.Where(static url => !IsLoopback(url))];
        if (open.Length == 0) return;
        throw new InvalidOperationException(
            $"The address {string.Join(", ", open.Select(static url => $"'{url}'"))} can be reached from other machines, but callers are not authenticated yet.\n"
            + "Maybe listen on the loopback interface: --urls http://127.0.0.1:8080.");
    }

    /// <summary>Whether only this machine can reach an address. A name other than <c>localhost</c> binds every interface, so it does not count.</summary>
    public static bool IsLoopback(string url)
    {
        try
        {
            BindingAddress address = BindingAddress.Parse(url);
            return address.IsUnixPipe || IsLoopbackHost(address.Host);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static bool IsLoopbackHost(string host) =>
        string.Equals(host, Localhost, StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out IPAddress? address) && IPAddress.IsLoopback(address));
}
