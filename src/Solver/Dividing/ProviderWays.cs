using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Screening;

namespace Fulcrum.Solver.Dividing;

/// <summary>The ways of an item by provider, in rented memory.</summary>
internal sealed class ProviderWays : IDisposable
{
    private readonly Buffer<int> _next;
    private readonly Buffer<int> _first;
    private readonly Buffer<long> _least;

    /// <summary>Groups the ways of an item.</summary>
    public ProviderWays(CostedWays ways)
    {
        (int count, int providers) = (ways.Item.Ways.Count, ways.Problem.Supply.Providers.Count);
        (_next, _first, _least) = (new Buffer<int>(count), new Buffer<int>(providers), new Buffer<long>(providers));
        _next.Extend(count);
        _first.Extend(providers);
        _least.Extend(providers);
        _first.Span.Fill(-1);
        _least.Span.Fill(Cost.Infinite);
        Link(ways.Item.Ways.Pools, ways.Costs, ways.Problem.Supply.Domains.ProviderOf);
    }

    /// <summary>By provider one of its ways, or −1.</summary>
    public ReadOnlySpan<int> First => _first.Span;

    /// <summary>By way the next one of its provider, or −1.</summary>
    public ReadOnlySpan<int> Next => _next.Span;

    /// <summary>Cost of the cheapest replica by provider, in thousandths of a micro-EUR.</summary>
    public ReadOnlySpan<long> Least => _least.Span;

    /// <inheritdoc />
    public void Dispose()
    {
        _next.Dispose();
        _first.Dispose();
        _least.Dispose();
    }

    private void Link(ReadOnlySpan<int> pools, ReadOnlySpan<long> costs, ReadOnlySpan<int> providers)
    {
        Span<int> next = _next.Span;
        Span<int> first = _first.Span;
        Span<long> least = _least.Span;
        for (int way = 0; way < pools.Length; way++)
        {
            int provider = providers[pools[way]];
            next[way] = first[provider];
            first[provider] = way;
            if (costs[way] < least[provider]) least[provider] = costs[way];
        }
    }
}
