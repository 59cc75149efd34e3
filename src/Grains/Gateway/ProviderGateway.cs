using System.Text.Json;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Providers;
using Fulcrum.Grains.Capacity;
using Fulcrum.Grains.Journaling;

namespace Fulcrum.Grains.Gateway;

/// <summary>Providers.</summary>
internal sealed class ProviderGateway(IGrainFactory grains, IStreamCatalog catalog, CapacityIndex index)
{
    public async Task<Answer<ProviderView>> GetAsync(string id) =>
        await Provider(id).GetAsync() is { } view ? Answers.Of(WithDrift(view), view.Version) : Answers.NotFound<ProviderView>("provider", id);

    public async Task<Answer<Page<ProviderView>>> ListAsync(LifecycleStatus? status, PageQuery page)
    {
        HeadQuery query = new()
        {
            Kind = StreamKinds.Provider,
            State = status is { } state ? JsonNamingPolicy.CamelCase.ConvertName(state.ToString()) : null,
            After = page.Cursor is { } cursor ? new ProviderId(cursor).Key : null,
            Descending = page.Descending,
            Limit = page.Limit,
            Count = true,
        };
        HeadPage heads = await catalog.ReadHeadsAsync(query, CancellationToken.None);
        return Answers.Of(new Page<ProviderView>
        {
            Items = [.. heads.Heads.Where(static head => head.Fields.Summary is not null).Select(head => WithDrift(Summaries.Read<ProviderView>(head.Fields.Summary!.Value)))],
            TotalItems = heads.Total ?? 0,
            NextCursor = heads.Next is { } next ? ProviderId.FromKey(next).Value : null,
        });
    }

    public async Task<Answer<ProviderView>> PutAsync(RequestContext context, ProviderDocument provider, Precondition precondition) =>
        ToAnswer(provider.Id, await Provider(provider.Id).ChangeAsync(new ChangeProvider
        {
            CommandId = context.CommandId,
            Deadline = context.Deadline,
            Caller = context.Caller,
            Provider = provider,
            ExpectedVersion = precondition.Version,
            MustNotExist = precondition.MustNotExist,
            MustExist = precondition.MustExist,
        }));

    public async Task<Answer<ProviderView>> SetStatusAsync(RequestContext context, string id, LifecycleStatus status) =>
        ToAnswer(id, await Provider(id).SetStatusAsync(new SetProviderStatus { CommandId = context.CommandId, Deadline = context.Deadline, Caller = context.Caller, Status = status }));

    public async Task<Answer<ProviderView>> DeleteAsync(RequestContext context, string id, Precondition precondition) =>
        ToAnswer(id, await Provider(id).RetireAsync(new RetireProvider { CommandId = context.CommandId, Deadline = context.Deadline, Caller = context.Caller, ExpectedVersion = precondition.Version }));

    /// <summary>The provider with what its pools have reported to this silo.</summary>
    private ProviderView WithDrift(ProviderView view) => view with { DriftedAllocations = view.ResourcePoolIds.Sum(index.DriftedIn) };

    private Answer<ProviderView> ToAnswer(string id, ProviderReply reply) => reply.Code is { } code
        ? Answers.Failed<ProviderView>(code, $"Provider '{id}': {reply.Detail}")
        : new Answer<ProviderView>
        {
            Value = reply.Provider is { } view ? WithDrift(view) : null,
            Version = reply.Provider?.Version,
            Created = reply.Created,
            Changed = reply.Changed,
            Pending = reply.Provider is { PendingPools: > 0 },
        };

    private IProviderGrain Provider(string id) => grains.GetGrain<IProviderGrain>(new ProviderId(id).Key);
}
