using System.Globalization;
using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Rules;

/// <summary>Every pool that an item uses is within reach of the item's users.</summary>
internal sealed class UserLatencyRule : HardRule
{
    public override string Name => "latency.users";

    public override PoolFilter FilterFor(PlacementProblem problem, OrderItem item)
    {
        Market market = problem.Market;
        string?[] refusals = [.. Enumerable.Range(0, market.Locations.Count).Select(location => Refusal(market, item, location))];
        return sieve => refusals[sieve.Definition.Location];
    }

    private static string? Refusal(Market market, OrderItem item, int location)
    {
        UserGroup? far = item.Users.FirstOrDefault(user => !Latency.IsWithin(market.Latencies.Micros(location, user.Location), user.MaxLatencyMs));
        return far is null
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"more than {far.MaxLatencyMs} ms from the users at {market.Locations[far.Location].Id}");
    }
}
