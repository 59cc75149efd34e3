namespace Fulcrum.Client.Http;

/// <summary>Addresses of engines.</summary>
internal static class HttpAddress
{
    /// <summary>Whether requests can be sent there.</summary>
    public static bool IsUsable(Uri? address) => address is { IsAbsoluteUri: true } && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    /// <summary>The address with a slash at its end, so that paths come after all of it.</summary>
    public static Uri WithSlash(Uri address) => address.AbsoluteUri.EndsWith('/') ? address : new Uri(address.AbsoluteUri + '/');
}
