using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Contracts.Reading;
using Fulcrum.Silo.Http.Answers;
using Fulcrum.Silo.Http.Documentation;
using Fulcrum.Silo.Http.Requests;

namespace Fulcrum.Silo.Http.Endpoints;

/// <summary>What can be sold.</summary>
internal static class CapacityEndpoints
{
    public static void MapCapacity(this RouteGroupBuilder api)
    {
        RouteGroupBuilder group = api.MapGroup("/capacity").WithTags("Capacity");
        group.MapGet("", GetAsync).Named("getCapacity", "Sums what is sellable, held, allocated and free.")
            .Takes(QueryParameters.GroupBy, QueryParameters.Classes).Answers<CapacityReport>(200);
        group.MapPost("shapes", CountShapesAsync).Named("countShapes", "Counts how many of each shape can be sold now, each shape on its own.")
            .TakesBody<ShapeRequest>().Answers<ShapeReportResource>(200);
    }

    private static async Task<IResult> GetAsync(EdgeRequest request)
    {
        CapacityQuery query = new() { GroupBy = request.Query.Texts(QueryParameters.GroupBy), Classes = request.Query.Texts(QueryParameters.Classes) };
        request.Check();
        return (await request.Gateway.GetCapacityAsync(request.Caller, query)).ToResult(static report => report);
    }

    private static async Task<IResult> CountShapesAsync(EdgeRequest request)
    {
        ShapeRequest shapes = await request.BodyAsync(RequestReader.ReadShapeRequest);
        return (await request.Gateway.CountShapesAsync(request.Caller, shapes)).ToResult(ShapeReportResource.From);
    }
}
