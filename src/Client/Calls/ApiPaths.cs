namespace Fulcrum.Client.Calls;

/// <summary>Paths of the API.</summary>
internal static class ApiPaths
{
    public const string Locations = "/api/v1/locations";
    public const string Links = "/api/v1/links";
    public const string Providers = "/api/v1/providers";
    public const string Pools = "/api/v1/resource-pools";
    public const string Import = "/api/v1/federation/import";
    public const string Capacity = "/api/v1/capacity";
    public const string Shapes = "/api/v1/capacity/shapes";
    public const string Quotes = "/api/v1/quotes";
    public const string Orders = "/api/v1/orders";
    public const string Events = "/api/v1/events";

    /// <summary>Path of a resource.</summary>
    public static string Of(string collection, string id) => $"{collection}/{LocalChecks.Id(id)}";

    /// <summary>Path of something about a resource, or to be done to it.</summary>
    public static string Of(string collection, string id, string part) => $"{Of(collection, id)}/{part}";
}
