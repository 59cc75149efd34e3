using Fulcrum.Silo.Http.Documentation;
using Fulcrum.Silo.Http.Endpoints;

namespace Fulcrum.Silo.Http;

/// <summary>Maps the API.</summary>
public static class HttpApi
{
    /// <summary>Path that all resources are under.</summary>
    public const string BasePath = "/api/v1";

    /// <summary>Maps every path of the API, and answers every failure, also outside these paths, as a problem.</summary>
    public static WebApplication MapFulcrumApi(this WebApplication app)
    {
        app.UseMiddleware<HeadMiddleware>();
        app.UseMiddleware<EdgeMiddleware>();
        app.UseRouting();
        RouteGroupBuilder api = app.MapGroup(BasePath);
        api.MapLocations();
        api.MapLinks();
        api.MapProviders();
        api.MapResourcePools();
        api.MapFederation();
        api.MapCapacity();
        api.MapQuotes();
        api.MapOrders();
        api.MapEvents();
        app.MapHealth();
        app.MapOpenApi(OpenApiDocuments.Path);
        return app;
    }
}
