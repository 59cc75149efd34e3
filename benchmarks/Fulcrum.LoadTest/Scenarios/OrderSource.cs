using System.Collections.Immutable;
using System.Globalization;
using Fulcrum.Contracts.Documents;
using Fulcrum.Workloads;

namespace Fulcrum.LoadTest.Scenarios;

/// <summary>An endless supply of orders: seeded ones in turn, each time under a new id.</summary>
internal sealed class OrderSource
{
    private const int Templates = 256;

    private readonly ImmutableArray<OrderDocument> _templates;
    private long _taken;

    /// <summary>Makes the orders of a run.</summary>
    /// <param name="options">Size, mode and seed.</param>
    /// <param name="federation">What they are placed on.</param>
    public OrderSource(LoadOptions options, FederationDocument federation)
    {
        OrderGenerator generator = new(federation.Locations, new OrderShape { Items = options.Items, Family = options.Orders });
        _templates = [.. Enumerable.Range(0, Templates).Select(number => Fit(generator.Generate(options.Seed + number), options.Mode, federation))];
    }

    /// <summary>The next order.</summary>
    public OrderDocument Next()
    {
        long number = Interlocked.Increment(ref _taken) - 1;
        return _templates[(int)(number % Templates)] with { Id = string.Create(CultureInfo.InvariantCulture, $"load-{number}") };
    }

    /// <summary>In the modes that are about a few pools, items may run in these only, and what would keep them away is left out.</summary>
    private static OrderDocument Fit(OrderDocument order, LoadMode mode, FederationDocument federation)
    {
        PlacementRuleDocument? rule = mode switch
        {
            LoadMode.HotPool => new PlacementRuleDocument { PinnedPoolId = federation.ResourcePools[0].Id },
            LoadMode.Storm => new PlacementRuleDocument { AllowedProviders = [federation.Providers[0].Id] },
            _ => null,
        };
        return rule is null ? order : order with
        {
            Items = [.. order.Items.Select(item => item with { Placement = rule, Users = [.. item.Users.Select(static users => users with { MaxLatencyMs = null })] })],
            Relations = [.. order.Relations.Select(static relation => relation with { MaxLatencyMs = null })],
        };
    }
}
