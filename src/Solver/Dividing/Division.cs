using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Screening;
using Fulcrum.Solver.Supplies;

namespace Fulcrum.Solver.Dividing;

/// <summary>The cheapest division of an item's replicas among providers, with their fees and their egress to users exactly as they are charged.</summary>
/// <remarks>
/// The cost of k replicas at a provider depends on the provider alone. Of a division that puts k replicas at one, the others use no more than n − k providers; so one of the n − k + 1
/// cheapest for k replicas is free to take them, at no higher cost. Only those are kept, and a provider is looked at closely only where a bound on its cost is among them.
/// </remarks>
internal sealed class Division : IDisposable
{
    private readonly CostedWays _ways;
    private readonly ProviderWays _ofProviders;
    private readonly ProviderColumns _charges;
    private readonly ProviderFill _fill;
    private readonly long _weight;
    private readonly long _mib;
    private readonly int _quantity;
    private readonly int _width;
    private readonly int _providersLeast;
    private readonly int _providersMost;
    private readonly int _replicasMost;
    private readonly Option[][] _best;
    private readonly int[] _kept;
    private readonly Buffer<int> _taken = new(0);
    private readonly Buffer<int> _providers = new(0);

    /// <summary>Divisions of an item.</summary>
    /// <param name="ways">Its ways.</param>
    /// <param name="weights">Weights of the terms.</param>
    /// <param name="caps">Its caps.</param>
    /// <param name="providersLeast">It uses so many providers at least.</param>
    /// <param name="providersMost">It uses so many at most.</param>
    public Division(CostedWays ways, Weights weights, ItemCaps caps, int providersLeast, int providersMost)
    {
        (_ways, _weight, _charges, _mib) = (ways, weights.Price, ways.Problem.Supply.Charges, ways.ChargedMiB);
        (_quantity, _width) = (ways.Item.Definition.Quantity, ways.Item.Definition.Quantity + 1);
        (_providersLeast, _providersMost) = (providersLeast, Math.Min(_quantity, providersMost));
        _replicasMost = Math.Min(_quantity, caps[Domain.Provider]);
        _ofProviders = new ProviderWays(ways);
        _fill = new ProviderFill(ways, _ofProviders, caps);
        _best = new Option[_width][];
        for (int count = 1; count < _width; count++) _best[count] = new Option[Math.Max(1, Math.Min(_providersMost, _width - count))];
        _kept = new int[_width];
    }

    /// <summary>So many replicas at a provider.</summary>
    private readonly record struct Option(long Cost, ulong Rank, int Slot);

    /// <summary>The cheapest division.</summary>
    /// <param name="capsAtProviders">Further caps.</param>
    /// <returns>Its cost, infinite where there is none, and the way of each replica.</returns>
    public (long Cost, int[] Ways) Solve(ReadOnlySpan<CapAtProvider> capsAtProviders)
    {
        Array.Clear(_kept);
        _taken.Truncate(0);
        _providers.Truncate(0);
        ReadOnlySpan<int> first = _ofProviders.First;
        for (int provider = 0; provider < first.Length; provider++)
        {
            if (first[provider] >= 0 && IsPromising(provider)) Look(provider, capsAtProviders);
        }

        return Combine();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _ofProviders.Dispose();
        _taken.Dispose();
        _providers.Dispose();
    }

    private bool IsPromising(int provider)
    {
        long replica = _ofProviders.Least[provider];
        long once = _weight * _charges.FeesMicros[provider];
        for (int count = 1; count <= _replicasMost; count++)
        {
            once += replica;
            Option[] best = _best[count];
            if (_kept[count] < best.Length || once + LeastEgress(provider, count) <= best[^1].Cost) return true;
        }

        return false;
    }

    private long LeastEgress(int provider, int count) => _mib == 0 ? 0 : _weight * _charges.LeastEgressMicros(provider, _mib * count);

    private void Look(int provider, ReadOnlySpan<CapAtProvider> capsAtProviders)
    {
        int slot = _providers.Count;
        int start = slot * _quantity;
        _taken.Extend(start + _quantity);
        Span<int> taken = _taken.Span.Slice(start, _quantity);
        int most = _fill.Fill(provider, capsAtProviders, taken);
        ulong rank = most == 0 ? 0 : _ways.Problem.RankOf(_ways.Item.Ways.Pools[taken[0]]);
        long cost = _weight * _charges.FeesMicros[provider];
        bool isKept = false;
        for (int count = 1; count <= most; count++)
        {
            cost += _ways.Costs[taken[count - 1]];
            if (_kept[count] == _best[count].Length && cost + LeastEgress(provider, count) > _best[count][^1].Cost) continue;
            long egress = _mib == 0 || _charges.Egress[provider] is not { } charge ? 0 : _weight * charge.CostMicros((Int128)_mib * count);
            isKept |= Keep(count, new Option(cost + egress, rank, slot));
        }

        if (isKept) _providers.Add(provider);
        else _taken.Truncate(start);
    }

    private bool Keep(int count, Option option)
    {
        Option[] best = _best[count];
        ref int kept = ref _kept[count];
        if (kept == best.Length && !IsBefore(option, best[^1])) return false;
        int place = kept < best.Length ? kept++ : kept - 1;
        for (; place > 0 && IsBefore(option, best[place - 1]); place--) best[place] = best[place - 1];
        best[place] = option;
        return true;
    }

    private static bool IsBefore(Option one, Option other) => one.Cost < other.Cost || (one.Cost == other.Cost && one.Rank < other.Rank);

    private (long Cost, int[] Ways) Combine()
    {
        SortedDictionary<(ulong Rank, int Slot), long[]> options = [];
        for (int count = 1; count < _width; count++)
        {
            foreach (Option option in _best[count].AsSpan(0, _kept[count]))
            {
                if (!options.TryGetValue((option.Rank, option.Slot), out long[]? costs))
                {
                    options[(option.Rank, option.Slot)] = costs = new long[_width];
                    Array.Fill(costs, Cost.Infinite);
                }

                costs[count] = option.Cost;
            }
        }

        DivisionTable table = new([.. options.Values], _quantity, _providersLeast, _providersMost);
        int[] slots = [.. options.Keys.Select(static key => key.Slot)];
        List<int> ways = [];
        foreach ((int position, int count) in table.Chosen()) ways.AddRange(_taken.Span.Slice(slots[position] * _quantity, count));
        return (table.Least, [.. ways]);
    }
}
