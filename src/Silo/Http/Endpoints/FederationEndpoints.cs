using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Reading;
using Fulcrum.Silo.Http.Answers;
using Fulcrum.Silo.Http.Documentation;
using Fulcrum.Silo.Http.Requests;

namespace Fulcrum.Silo.Http.Endpoints;

/// <summary>Whole federations.</summary>
internal static class FederationEndpoints
{
    public static void MapFederation(this RouteGroupBuilder api) =>
        api.MapPost("/federation/import", ImportAsync).WithTags("Federation")
            .Named("importFederation", "Applies a federation document: validated whole before the first change, then object by object; upsert only.")
            .TakesIdempotencyKey("Required: an import that was interrupted goes on under the same key.")
            .TakesBody<FederationDocument>(HttpLimits.LargeBodyBytesMax).Answers<ImportReport>(200, 202).Fails(409);

    private static async Task<IResult> ImportAsync(EdgeRequest request, HttpGates gates)
    {
        request.RequireIdempotencyKey();
        using IDisposable passage = gates.LargeBodies.Enter();
        FederationDocument federation = await request.BodyAsync(DocumentReader.ReadFederation, HttpLimits.LargeBodyBytesMax);
        Answer<ImportReport> answer = await request.Gateway.ImportAsync(request.Context(HttpLimits.ImportDeadlineSeconds), federation);
        return answer.ToResult(static report => report);
    }
}
