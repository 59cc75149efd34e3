using System.Globalization;
using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Explanation;

/// <summary>The demands of one item.</summary>
internal sealed class ItemDemands(PlacementProblem problem, int index)
{
    private const string ServicePrefix = "service:";

    private readonly OrderItem _item = problem.Order.Items[index];

    private string Path => $"items[{_item.Id}]";

    /// <summary>Everything that the item asks for.</summary>
    public IEnumerable<Demand> All() =>
        [.. Traits(), .. new PlacementDemands(problem, index).All(), .. Users(), .. new SpreadDemands(problem, index).All(), .. new AmountDemands(problem, index).All()];

    private IEnumerable<Demand> Traits()
    {
        foreach (string trait in _item.RequiredTraits.Distinct())
        {
            yield return Rule($"traits.required[{trait}]", $"needs trait {trait}", item => item with { RequiredTraits = [.. item.RequiredTraits.Where(other => other != trait)] }) with
            {
                Kind = DecidesCertificates(trait) ? DemandKind.Service : DemandKind.Rule,
            };
        }

        foreach (string trait in _item.ForbiddenTraits.Distinct())
        {
            yield return Rule($"traits.forbidden[{trait}]", $"forbids trait {trait}", item => item with { ForbiddenTraits = [.. item.ForbiddenTraits.Where(other => other != trait)] });
        }

        foreach ((int position, IReadOnlyList<string> anyOf) in _item.AnyOfTraits.Index())
        {
            yield return Rule(
                $"traits.anyOf[{position}]",
                $"needs one of the traits {string.Join(", ", anyOf)}",
                item => item with { AnyOfTraits = [.. item.AnyOfTraits.Where(other => !ReferenceEquals(other, anyOf))] });
        }
    }

    private bool DecidesCertificates(string trait) =>
        trait.StartsWith(ServicePrefix, StringComparison.Ordinal) && problem.Order.Policy.Sovereignty?.Certificates is { Count: > 0 };

    private IEnumerable<Demand> Users()
    {
        foreach ((int position, UserGroup user) in _item.Users.Index())
        {
            if (user.MaxLatencyMs is not { } most) continue;
            string place = problem.Market.Locations[user.Location].Id;
            yield return Rule($"users[{position}].maxLatencyMs", $"must be within {Figure(most)} ms of the users at {place}", item => WithLatency(item, position, null)) with
            {
                Changes = pools => Latencies(pools[index].Members.Select(pool => problem.Market.Latencies.Micros(problem.Pools[pool].Location, user.Location)), most, position),
            };
        }
    }

    private MonotoneChanges Latencies(IEnumerable<long> micros, decimal most, int position)
    {
        decimal[] wider = LatencySteps.Above(micros, most);
        return new MonotoneChanges(wider.Length, step => new Change(
            $"{Figure(wider[step])} ms instead of {Figure(most)} ms", order => order.WithItem(index, item => WithLatency(item, position, wider[step]))));
    }

    private Demand Rule(string member, string text, Func<OrderItem, OrderItem> without) =>
        new($"{Path}.{member}", $"item {_item.Id} {text}", DemandKind.Rule, [index], order => order.WithItem(index, without));

    private static OrderItem WithLatency(OrderItem item, int position, decimal? most) =>
        item with { Users = [.. item.Users.Select((user, at) => at == position ? user with { MaxLatencyMs = most } : user)] };

    private static string Figure(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
