using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Markets;
using Fulcrum.Contracts.Reading;
using Fulcrum.Planning;
using Fulcrum.Solver.Model;

namespace Fulcrum.Grains.Gateway;

/// <summary>Locations and links.</summary>
internal sealed class MarketGateway(IGrainFactory grains)
{
    public async Task<Answer<LocationDocument>> GetLocationAsync(string id)
    {
        MarketView market = await ViewAsync();
        return market.Locations.TryGetValue(id, out PlacedLocation? placed) ? Answers.Of(placed.Location, placed.Version) : Answers.NotFound<LocationDocument>("location", id);
    }

    public async Task<Answer<Page<LocationDocument>>> ListLocationsAsync(PageQuery page)
    {
        MarketView market = await ViewAsync();
        return Answers.PageOf(market.Locations.Values.Select(static placed => placed.Location), static location => location.Id, page);
    }

    public async Task<Answer<LocationDocument>> PutLocationAsync(RequestContext context, LocationDocument location, Precondition precondition)
    {
        MarketReply reply = await ChangeAsync(context, [location], null, precondition);
        if (reply.Code is not null) return Answers.Failed<LocationDocument>(reply.Code, $"Location '{location.Id}': {reply.Detail}");
        return Answers.Of(location, reply.Market!.Locations[location.Id].Version) with { Created = reply.Created > 0, Changed = reply.Changed > 0 };
    }

    public async Task<Answer<Page<LinkView>>> GetLinksAsync(bool estimated, PageQuery page) => Links(await ViewAsync(), estimated, page);

    public async Task<Answer<Page<LinkView>>> PutLinksAsync(RequestContext context, ImmutableArray<LinkDocument> links, Precondition precondition)
    {
        MarketView market = await ViewAsync();
        FaultList faults = new();
        for (int i = 0; i < links.Length; i++)
        {
            References.MustExist(links[i].From, market.Locations.Keys.ToHashSet(StringComparer.Ordinal), "location", NodePath.Root.Element(i).Member("from"), faults);
            References.MustExist(links[i].To, market.Locations.Keys.ToHashSet(StringComparer.Ordinal), "location", NodePath.Root.Element(i).Member("to"), faults);
        }

        if (faults.ToImmutable() is { IsEmpty: false } found) return Answers.Invalid<Page<LinkView>>(found);
        MarketReply reply = await ChangeAsync(context, [], links, precondition);
        if (reply.Code is not null) return Answers.Failed<Page<LinkView>>(reply.Code, $"Links: {reply.Detail}");
        return Links(reply.Market!, false, new PageQuery { Limit = PageQuery.LimitMax }) with { Created = reply.Created > 0, Changed = reply.Changed > 0 };
    }

    public Task<MarketReply> ChangeAsync(RequestContext context, ImmutableArray<LocationDocument> locations, ImmutableArray<LinkDocument>? links, Precondition precondition) =>
        Market().ChangeAsync(new ChangeMarket
        {
            CommandId = context.CommandId,
            Deadline = context.Deadline,
            Caller = context.Caller,
            Locations = locations,
            Links = links,
            Precondition = precondition,
        });

    public Task<MarketView> ViewAsync() => Market().GetAsync(-1, TimeSpan.Zero);

    private static Answer<Page<LinkView>> Links(MarketView market, bool estimated, PageQuery page)
    {
        IEnumerable<LinkView> measured = market.Links.Select(static link => new LinkView { From = link.From, To = link.To, LatencyMs = link.LatencyMs, Estimated = false });
        return Answers.PageOf(estimated ? All(market) : measured, static link => $"{link.From}/{link.To}", page) with { Version = market.LinksVersion };
    }

    private static IEnumerable<LinkView> All(MarketView market)
    {
        const decimal microsPerMillisecond = 1000;
        Market places = MarketPlaces.Of(market.Locations.Values.Select(static placed => placed.Location), market.Links).Market;
        for (int from = 0; from < places.Locations.Count; from++)
        {
            for (int to = 0; to < places.Locations.Count; to++)
            {
                if (from == to) continue;
                yield return new LinkView
                {
                    From = places.Locations[from].Id,
                    To = places.Locations[to].Id,
                    LatencyMs = places.Latencies.Micros(from, to) / microsPerMillisecond,
                    Estimated = !places.Latencies.IsMeasured(from, to),
                };
            }
        }
    }

    private IMarketGrain Market() => grains.GetGrain<IMarketGrain>(MarketId.Default.Key);
}
