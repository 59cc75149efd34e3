using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Markets;
using Fulcrum.Grains.Actors;
using Fulcrum.Grains.Journaling;

namespace Fulcrum.Grains.Markets;

/// <summary>What may change in a market.</summary>
public static class MarketRules
{
    /// <summary>Decides a change: what is just so already is no event.</summary>
    public static Decision<MarketState, MarketEvent, MarketReply> Change(MarketState state, ChangeMarket command, DateTimeOffset now)
    {
        if (now > command.Deadline) return Refuse(ErrorCodes.DeadlineExceeded, "The deadline had passed; nothing was changed. Try again.");
        if (Refusal(state, command) is { } refusal) return Refuse(refusal.Code, refusal.Detail);
        LocationDocument[] locations = [.. command.Locations.Where(location => !IsKnown(state, location))];
        int created = locations.Count(location => !state.Locations.ContainsKey(location.Id));
        bool linksChange = command.Links is { } links && !links.SequenceEqual(state.Links);
        if (locations.Length == 0 && !linksChange) return Answer([], 0, 0);
        bool linksAreNew = linksChange && state.LinksVersion == 0;
        MarketChanged changed = new([.. locations], linksChange ? command.Links : null);
        return Answer([changed], created + (linksAreNew ? 1 : 0), locations.Length - created + (linksChange && !linksAreNew ? 1 : 0));
    }

    private static (string Code, string Detail)? Refusal(MarketState state, ChangeMarket command)
    {
        long? version = command.Links is not null ? (state.LinksVersion == 0 ? null : state.LinksVersion)
            : command.Locations is [LocationDocument only] && state.Locations.TryGetValue(only.Id, out PlacedLocation? known) ? known.Version
            : null;
        return Preconditions.Refusal(command.Precondition, version);
    }

    private static bool IsKnown(MarketState state, LocationDocument location) =>
        state.Locations.TryGetValue(location.Id, out PlacedLocation? known) && known.Location == location;

    private static Decision<MarketState, MarketEvent, MarketReply> Answer(IReadOnlyList<MarketEvent> events, int created, int changed) =>
        new(events, state => new MarketReply { Created = created, Changed = changed, Market = state.ToView() }) { MustBeCurrent = true };

    private static Decision<MarketState, MarketEvent, MarketReply> Refuse(string code, string detail) =>
        new([], state => new MarketReply { Code = code, Detail = detail, Market = state.ToView() }) { MustBeCurrent = true };
}
