using System.Globalization;
using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Screening;

namespace Fulcrum.Solver.Rules;

/// <summary>Every pool that an item uses is within reach of the item's users.</summary>
internal sealed class UserLatencyRule : HardRule
{
    public override string Name => "latency.users";

    public override bool IsScreen => true;

    public override void Screen(ItemScreening screening)
    {
        OrderItem item = screening.Definition;
        if (item.Users.All(static user => user.MaxLatencyMs is null)) return;
        Market market = screening.Order.Problem.Market;
        screening.Keep(screening.Supply.Domains.LocationOf, new Verdicts(market.Locations.Count, location => Refusal(market, item, location)));
    }

    private static string? Refusal(Market market, OrderItem item, int location)
    {
        UserGroup? far = item.Users.FirstOrDefault(user => !Latency.IsWithin(market.Latencies.Micros(location, user.Location), user.MaxLatencyMs));
        return far is null
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"more than {far.MaxLatencyMs} ms from the users at {market.Locations[far.Location].Id}");
    }
}
