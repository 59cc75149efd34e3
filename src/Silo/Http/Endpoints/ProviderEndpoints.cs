using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Contracts.Reading;
using Fulcrum.Silo.Http.Answers;
using Fulcrum.Silo.Http.Documentation;
using Fulcrum.Silo.Http.Requests;

namespace Fulcrum.Silo.Http.Endpoints;

/// <summary>Members with their sovereignty facts.</summary>
internal static class ProviderEndpoints
{
    private const string Path = "/providers";
    private const string IdempotencyKey = "Optional: a status that is set twice is set once.";

    public static void MapProviders(this RouteGroupBuilder api)
    {
        RouteGroupBuilder group = api.MapGroup(Path).WithTags("Providers");
        group.MapGet("", ListAsync).Named("listProviders", "Lists providers by id.")
            .Takes([.. QueryParameters.Page, QueryParameters.Status]).Answers<ListResource<ProviderResource>>(200);
        group.MapGet("{id}", GetAsync).Named("getProvider", "Answers a provider.")
            .Answers<ProviderResource>(200).Fails(404);
        group.MapPut("{id}", PutAsync).Named("putProvider", "Creates or replaces a provider; 202 while its pools are being told.")
            .TakesPrecondition(mayCreate: true).TakesBody<ProviderDocument>().Answers<ProviderResource>(200, 201, 202).Fails(404, 409);
        group.MapDelete("{id}", DeleteAsync).Named("deleteProvider", "Retires a provider where nothing runs.")
            .TakesPrecondition().Answers<ProviderResource>(200, 202).Fails(404, 409);
        group.MapStatus("drain", LifecycleStatus.Draining, "Takes no new orders; what is held may still be confirmed.");
        group.MapStatus("suspend", LifecycleStatus.Suspended, "Takes no new orders; what is held is voided.");
        group.MapStatus("activate", LifecycleStatus.Active, "Takes new orders.");
    }

    private static void MapStatus(this RouteGroupBuilder group, string verb, LifecycleStatus status, string summary) =>
        group.MapPost($"{{id}}/{verb}", (EdgeRequest request, string id) => SetStatusAsync(request, id, status)).Named($"{verb}Provider", summary)
            .TakesIdempotencyKey(IdempotencyKey).TakesOptionalBody<EmptyRequest>().Answers<ProviderResource>(200, 202).Fails(404, 409);

    private static async Task<IResult> ListAsync(EdgeRequest request)
    {
        PageQuery page = request.Query.Page();
        LifecycleStatus? status = request.Query.Choice<LifecycleStatus>(QueryParameters.Status);
        request.Check();
        Answer<Page<ProviderView>> answer = await request.Gateway.ListProvidersAsync(request.Caller, status, page);
        return answer.ToListResult(ProviderResource.From);
    }

    private static async Task<IResult> GetAsync(EdgeRequest request, string id)
    {
        request.Id(id);
        request.Check();
        return (await request.Gateway.GetProviderAsync(request.Caller, id)).ToResult(ProviderResource.From);
    }

    private static async Task<IResult> PutAsync(EdgeRequest request, string id)
    {
        request.Id(id);
        Precondition precondition = request.Precondition(mayCreate: true);
        ProviderDocument provider = await request.BodyAsync(ResourceReader.ReadProvider);
        request.RequireSameId(id, provider.Id);
        Answer<ProviderView> answer = await request.Gateway.PutProviderAsync(request.Context(), provider, precondition);
        return answer.ToResult(ProviderResource.From, static put => $"{HttpApi.BasePath}{Path}/{put.Provider.Id}");
    }

    private static async Task<IResult> DeleteAsync(EdgeRequest request, string id)
    {
        request.Id(id);
        Precondition precondition = request.Precondition();
        request.Check();
        return (await request.Gateway.DeleteProviderAsync(request.Context(), id, precondition)).ToResult(ProviderResource.From);
    }

    private static async Task<IResult> SetStatusAsync(EdgeRequest request, string id, LifecycleStatus status)
    {
        request.Id(id);
        await request.OptionalBodyAsync(RequestReader.ReadEmptyRequest);
        return (await request.Gateway.SetProviderStatusAsync(request.Context(), id, status)).ToResult(ProviderResource.From);
    }
}
