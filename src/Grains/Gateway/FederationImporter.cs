using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Markets;
using Fulcrum.Contracts.Pools;
using Fulcrum.Contracts.Reading;

namespace Fulcrum.Grains.Gateway;

/// <summary>Applies a federation document: validated whole before the first change, then object by object. Upsert only, so that repeating it resumes it.</summary>
internal sealed class FederationImporter(MarketGateway markets, ProviderGateway providers, PoolGateway pools)
{
    private const int Parallel = 16;

    /// <summary>Imports.</summary>
    public async Task<Answer<ImportReport>> ImportAsync(RequestContext context, FederationDocument federation)
    {
        FederationDocument whole = await WithKnownLocationsAsync(federation);
        ImmutableArray<RequestFault> faults = FederationValidator.Validate(whole);
        if (!faults.IsEmpty) return Answers.Invalid<ImportReport>(faults);
        MarketReply locations = await markets.ChangeAsync(context, federation.Locations, null, new Precondition());
        if (locations.Code is { } code) return Answers.Failed<ImportReport>(code, locations.Detail);
        ImmutableArray<LinkDocument> links = Merge((await markets.ViewAsync()).Links, federation.Links, out ImportCounts linkCounts);
        MarketReply linked = await markets.ChangeAsync(context with { CommandId = Guid.NewGuid() }, [], links, new Precondition());
        if (linked.Code is { } linkCode) return Answers.Failed<ImportReport>(linkCode, linked.Detail);
        Answer<ProviderView>[] members = await EachAsync(federation.Providers, provider => providers.PutAsync(Fresh(context), provider, new Precondition()));
        if (FirstFailure(members) is { } memberFailure) return new Answer<ImportReport> { Failure = memberFailure };
        Answer<PoolSummary>[] capacity = await EachAsync(federation.ResourcePools, pool => pools.PutAsync(Fresh(context), pool, new Precondition()));
        if (FirstFailure(capacity) is { } poolFailure) return new Answer<ImportReport> { Failure = poolFailure };
        return Answers.Of(new ImportReport
        {
            Locations = new ImportCounts { Created = locations.Created, Changed = locations.Changed, Unchanged = federation.Locations.Length - locations.Created - locations.Changed },
            Links = linkCounts,
            Providers = Counts(members),
            ResourcePools = Counts(capacity),
        });
    }

    private async Task<FederationDocument> WithKnownLocationsAsync(FederationDocument federation)
    {
        MarketView market = await markets.ViewAsync();
        HashSet<string> given = federation.Locations.Select(static location => location.Id).ToHashSet(StringComparer.Ordinal);
        return federation with { Locations = [.. federation.Locations, .. market.Locations.Values.Select(static placed => placed.Location).Where(location => !given.Contains(location.Id))] };
    }

    private static ImmutableArray<LinkDocument> Merge(ImmutableArray<LinkDocument> known, ImmutableArray<LinkDocument> given, out ImportCounts counts)
    {
        Dictionary<(string, string), LinkDocument> merged = known.ToDictionary(static link => (link.From, link.To));
        int created = given.Count(link => !merged.ContainsKey((link.From, link.To)));
        int unchanged = given.Count(link => merged.TryGetValue((link.From, link.To), out LinkDocument? same) && same == link);
        foreach (LinkDocument link in given) merged[(link.From, link.To)] = link;
        counts = new ImportCounts { Created = created, Changed = given.Length - created - unchanged, Unchanged = unchanged };
        return [.. merged.Values];
    }

    private static async Task<Answer<TView>[]> EachAsync<TDocument, TView>(ImmutableArray<TDocument> documents, Func<TDocument, Task<Answer<TView>>> put)
    {
        List<Answer<TView>> answers = new(documents.Length);
        foreach (TDocument[] chunk in documents.Chunk(Parallel)) answers.AddRange(await Task.WhenAll(chunk.Select(put)));
        return [.. answers];
    }

    private static RequestContext Fresh(RequestContext context) => context with { CommandId = Guid.NewGuid() };

    private static Failure? FirstFailure<TView>(IEnumerable<Answer<TView>> answers) => answers.Select(static answer => answer.Failure).FirstOrDefault(static failure => failure is not null);

    private static ImportCounts Counts<TView>(Answer<TView>[] answers)
    {
        int created = answers.Count(static answer => answer.Created);
        int changed = answers.Count(static answer => !answer.Created && answer.Changed);
        return new ImportCounts { Created = created, Changed = changed, Unchanged = answers.Length - created - changed };
    }
}
