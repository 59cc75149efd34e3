using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Bounding;

/// <summary>How the fixed cost of each provider is shared out over the items that could use it.</summary>
internal sealed class Multipliers
{
    private readonly ProviderCosts _costs;
    private readonly ItemCaps[] _caps;
    private readonly long[][] _shares;
    private readonly long[][] _kept;
    private readonly int[][] _most;
    private readonly List<int> _providers;
    private SiteList[] _lists = [];

    /// <summary>Shares over the items of a problem; none until sites are read.</summary>
    /// <param name="caps">Caps by item.</param>
    /// <param name="costs">Fixed costs.</param>
    /// <param name="providers">Number of providers.</param>
    public Multipliers(ItemCaps[] caps, ProviderCosts costs, int providers)
    {
        (_caps, _costs, _providers) = (caps, costs, []);
        _shares = [.. caps.Select(_ => new long[providers])];
        _kept = [.. caps.Select(_ => new long[providers])];
        _most = [.. caps.Select(_ => new int[providers])];
    }

    private Multipliers(Multipliers same, ProviderCosts costs)
    {
        (_caps, _costs, _lists, _most, _providers) = (same._caps, costs, same._lists, same._most, same._providers);
        _shares = [.. same._shares.Select(static shares => (long[])shares.Clone())];
        _kept = same._kept;
        foreach (int provider in _providers) Spread(provider);
    }

    /// <summary>The providers that some item can use.</summary>
    public IReadOnlyList<int> Providers => _providers;

    /// <summary>Reads the sites; shares stay where items are left that can pay them, and what is free is shared out evenly.</summary>
    public void Read(SiteList[] lists)
    {
        bool isFirst = _lists.Length == 0;
        _lists = lists;
        bool[] isUsed = new bool[_shares.Length == 0 ? 0 : _shares[0].Length];
        for (int item = 0; item < lists.Length; item++)
        {
            Array.Clear(_most[item]);
            for (int slot = 0; slot < lists[item].Slots; slot++)
            {
                int provider = lists[item].ProviderOf(slot);
                _most[item][provider] = MostOf(lists[item], slot, _caps[item]);
                isUsed[provider] = true;
            }
        }

        _providers.Clear();
        for (int provider = 0; provider < isUsed.Length; provider++)
        {
            if (!isUsed[provider]) continue;
            _providers.Add(provider);
            Spread(provider);
        }

        if (isFirst) Remember();
    }

    /// <summary>The same shares where fixed costs are others, spread out anew where they do not add up. Of use until these multipliers read other sites.</summary>
    public Multipliers With(ProviderCosts costs) => new(this, costs);

    /// <summary>By slot, what an item pays once, or what each of its replicas pays.</summary>
    public long[] SharesOf(int item, bool isOnce)
    {
        long[] shares = new long[_lists[item].Slots];
        for (int slot = 0; slot < shares.Length; slot++)
        {
            int provider = _lists[item].ProviderOf(slot);
            shares[slot] = isOnce ? _shares[item][provider] : _shares[item][provider] / _most[item][provider];
        }

        return shares;
    }

    /// <summary>Moves shares towards the items that use a provider in a relaxed answer: a projected subgradient step. Fixed costs that have changed are shared out anew.</summary>
    /// <param name="used">By item and provider, the part of the share that the item pays.</param>
    /// <param name="length">Step per unit of the subgradient.</param>
    public void Step(double[][] used, double length)
    {
        foreach (int provider in _providers)
        {
            long fixedCost = _costs.Fixed(provider);
            (double total, _, int sharers) = UseOf(used, provider);
            if (fixedCost > 0 && sharers > 1 && total > 0) Step(provider, used, length, total / sharers);
            Project(provider, fixedCost);
        }
    }

    /// <summary>The mean part of a provider's shares that the items pay.</summary>
    public double MeanUse(double[][] used, int provider)
    {
        (double total, _, int sharers) = UseOf(used, provider);
        return sharers == 0 ? 0 : total / sharers;
    }

    /// <summary>Squared length of the subgradient.</summary>
    public double SquaredLength(double[][] used)
    {
        double sum = 0;
        foreach (int provider in _providers)
        {
            (double total, double squares, int sharers) = UseOf(used, provider);
            if (total > 0 && sharers > 1 && _costs.Fixed(provider) > 0) sum += squares - (total * total / sharers);
        }

        return sum;
    }

    /// <summary>The part of its shares that each item pays for some chosen sites, by provider.</summary>
    public double[][] NewUse() => [.. _shares.Select(static shares => new double[shares.Length])];

    /// <summary>Counts replicas at a provider, each of which pays its part of the share.</summary>
    public void AddUse(double[][] used, int item, int provider, double replicas) => used[item][provider] += replicas / _most[item][provider];

    /// <summary>Takes over the shares of another problem with the same items and providers.</summary>
    public void Take(Multipliers other)
    {
        for (int item = 0; item < _shares.Length; item++) other._shares[item].CopyTo(_shares[item], 0);
    }

    /// <summary>Keeps the present shares, to go back to.</summary>
    public void Remember()
    {
        for (int item = 0; item < _shares.Length; item++) _shares[item].CopyTo(_kept[item], 0);
    }

    /// <summary>Goes back to the shares kept last.</summary>
    public void Recall()
    {
        for (int item = 0; item < _shares.Length; item++) _kept[item].CopyTo(_shares[item], 0);
        foreach (int provider in _providers) Project(provider, _costs.Fixed(provider));
    }

    private static int MostOf(SiteList list, int slot, ItemCaps caps)
    {
        long most = 0;
        for (int block = list.Starts[list.SlotStarts[slot]]; block < list.Starts[list.SlotStarts[slot + 1]]; block++) most += list.Blocks[block].Count;
        return (int)Math.Max(1, Math.Min(Math.Min(list.Quantity, most), caps[Domain.Provider]));
    }

    private (double Total, double Squares, int Sharers) UseOf(double[][] used, int provider)
    {
        double total = 0;
        double squares = 0;
        int sharers = 0;
        for (int item = 0; item < used.Length; item++)
        {
            if (_most[item][provider] == 0) continue;
            double part = used[item][provider];
            total += part;
            squares += part * part;
            sharers++;
        }

        return (total, squares, sharers);
    }

    private void Spread(int provider)
    {
        long left = _costs.Fixed(provider);
        int sharers = 0;
        for (int item = 0; item < _lists.Length; item++)
        {
            if (_most[item][provider] == 0) _shares[item][provider] = 0;
            else sharers++;
            left -= _shares[item][provider];
        }

        if (left < 0)
        {
            Project(provider, _costs.Fixed(provider));
            return;
        }

        for (int item = 0; item < _lists.Length && sharers > 0; item++)
        {
            if (_most[item][provider] == 0) continue;
            long part = left / sharers;
            _shares[item][provider] += part;
            left -= part;
            sharers--;
        }
    }

    private void Step(int provider, double[][] used, double length, double mean)
    {
        for (int item = 0; item < _lists.Length; item++)
        {
            if (_most[item][provider] > 0) _shares[item][provider] = Math.Max(0, _shares[item][provider] + (long)(length * (used[item][provider] - mean)));
        }
    }

    /// <summary>The nearest shares, none below 0, that add up to the fixed cost.</summary>
    private void Project(int provider, long fixedCost)
    {
        while (true)
        {
            long excess = -fixedCost;
            int positive = 0;
            int last = -1;
            for (int item = 0; item < _lists.Length; item++)
            {
                if (_most[item][provider] == 0) continue;
                excess += _shares[item][provider];
                if (_shares[item][provider] > 0) positive++;
                last = item;
            }

            if (excess <= 0)
            {
                if (last >= 0) _shares[last][provider] -= excess;
                return;
            }

            long part = (excess + positive - 1) / positive;
            for (int item = 0; item < _lists.Length; item++)
            {
                if (_most[item][provider] > 0 && _shares[item][provider] > 0) _shares[item][provider] = Math.Max(0, _shares[item][provider] - part);
            }
        }
    }
}
