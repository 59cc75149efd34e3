using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Bounding;

/// <summary>How the fixed cost of each provider is shared out over the items that could use it.</summary>
internal sealed class Multipliers
{
    private readonly SiteList[] _lists;
    private readonly int[][] _slotOfSite;
    private readonly int[][] _mostOfSlot;
    private readonly Dictionary<int, int> _slots = [];
    private readonly List<int> _providers = [];
    private readonly long[] _fixed;
    private readonly long[][] _shares;
    private readonly long[][] _kept;
    private readonly bool[][] _canUse;

    /// <summary>Shares over the items of some lists.</summary>
    /// <param name="lists">Sites by item.</param>
    /// <param name="caps">Caps by item.</param>
    /// <param name="costs">Fixed costs.</param>
    /// <param name="before">Shares to start from; null shares out evenly.</param>
    public Multipliers(SiteList[] lists, ItemCaps[] caps, ProviderCosts costs, Multipliers? before)
    {
        _lists = lists;
        _slotOfSite = [.. lists.Select(list => list.Providers.Select(SlotOf).ToArray())];
        _fixed = [.. _providers.Select(costs.Fixed)];
        _canUse = [.. _slotOfSite.Select(slots => CanUse(slots))];
        _mostOfSlot = [.. lists.Select((list, item) => MostOf(list, _slotOfSite[item], caps[item]))];
        _shares = [.. lists.Select(_ => new long[_providers.Count])];
        for (int slot = 0; slot < _providers.Count; slot++) Spread(slot, before);
        _kept = [.. _shares.Select((shares, item) => Kept(shares, item, before))];
    }

    /// <summary>The providers, by slot.</summary>
    public IReadOnlyList<int> Providers => _providers;

    /// <summary>Number of providers.</summary>
    public int Slots => _providers.Count;

    /// <summary>What an item pays once at a site's provider.</summary>
    public long Share(int item, int site) => _shares[item][_slotOfSite[item][site]];

    /// <summary>What a replica of an item pays at a site, if every replica pays its part.</summary>
    public long PerReplica(int item, int site)
    {
        int slot = _slotOfSite[item][site];
        return _shares[item][slot] / _mostOfSlot[item][slot];
    }

    /// <summary>Moves shares towards the items that use a provider in a relaxed answer: a projected subgradient step.</summary>
    /// <param name="used">By item and slot, the part of the share that the item pays.</param>
    /// <param name="length">Step per unit of the subgradient.</param>
    public void Step(double[][] used, double length)
    {
        for (int slot = 0; slot < _providers.Count; slot++)
        {
            if (_fixed[slot] == 0) continue;
            double total = 0;
            int sharers = 0;
            for (int item = 0; item < _lists.Length; item++)
            {
                if (!_canUse[item][slot]) continue;
                total += used[item][slot];
                sharers++;
            }

            if (sharers > 1 && total > 0) Step(slot, used, length, total / sharers);
        }
    }

    /// <summary>The mean part of a provider's shares that the items pay.</summary>
    public double MeanUse(double[][] used, int slot)
    {
        double total = 0;
        int sharers = 0;
        for (int item = 0; item < _lists.Length; item++)
        {
            if (!_canUse[item][slot]) continue;
            total += used[item][slot];
            sharers++;
        }

        return sharers == 0 ? 0 : total / sharers;
    }

    /// <summary>Changes the fixed cost of a provider.</summary>
    public void SetFixed(int slot, long cost)
    {
        _fixed[slot] = cost;
        Project(slot);
    }

    /// <summary>Squared length of the subgradient.</summary>
    public double SquaredLength(double[][] used)
    {
        double sum = 0;
        for (int slot = 0; slot < _providers.Count; slot++)
        {
            if (_fixed[slot] == 0) continue;
            double total = 0;
            double squares = 0;
            int sharers = 0;
            for (int item = 0; item < _lists.Length; item++)
            {
                if (!_canUse[item][slot]) continue;
                total += used[item][slot];
                squares += used[item][slot] * used[item][slot];
                sharers++;
            }

            if (sharers > 1) sum += squares - (total * total / sharers);
        }

        return sum;
    }

    /// <summary>The part of its shares that each item pays for some chosen sites.</summary>
    public double[][] NewUse() => [.. _lists.Select(_ => new double[_providers.Count])];

    /// <summary>Counts replicas at a site: the whole share once, or each replica's part.</summary>
    public void AddUse(double[][] used, int item, int site, int replicas, bool isOnce)
    {
        int slot = _slotOfSite[item][site];
        used[item][slot] = isOnce ? 1 : used[item][slot] + ((double)replicas / _mostOfSlot[item][slot]);
    }

    /// <summary>Keeps the present shares, to go back to.</summary>
    public void Remember()
    {
        for (int item = 0; item < _shares.Length; item++) _shares[item].CopyTo(_kept[item], 0);
    }

    /// <summary>Goes back to the shares kept last.</summary>
    public void Recall(ProviderCosts costs)
    {
        for (int item = 0; item < _shares.Length; item++) _kept[item].CopyTo(_shares[item], 0);
        for (int slot = 0; slot < _fixed.Length; slot++) SetFixed(slot, costs.Fixed(_providers[slot]));
    }

    private static int[] MostOf(SiteList list, int[] slots, ItemCaps caps)
    {
        int[] most = new int[slots.Length == 0 ? 0 : slots.Max() + 1];
        for (int site = 0; site < slots.Length; site++)
        {
            for (int block = list.Starts[site]; block < list.Starts[site + 1]; block++)
            {
                most[slots[site]] = (int)Math.Min(list.Quantity, (long)most[slots[site]] + list.Blocks[block].Count);
            }
        }

        for (int slot = 0; slot < most.Length; slot++) most[slot] = Math.Max(1, Math.Min(most[slot], caps[Domain.Provider]));
        return most;
    }

    private long[] Kept(long[] shares, int item, Multipliers? before) => before is null
        ? [.. shares]
        : [.. _providers.Select((provider, slot) => before._slots.TryGetValue(provider, out int old) ? before._kept[item][old] : shares[slot])];

    private int SlotOf(int provider)
    {
        if (_slots.TryGetValue(provider, out int slot)) return slot;
        _slots[provider] = _providers.Count;
        _providers.Add(provider);
        return _providers.Count - 1;
    }

    private bool[] CanUse(int[] slots)
    {
        bool[] can = new bool[_providers.Count];
        foreach (int slot in slots) can[slot] = true;
        return can;
    }

    private void Spread(int slot, Multipliers? before)
    {
        int sharers = _canUse.Count(can => can[slot]);
        long left = _fixed[slot];
        if (before is not null && before._slots.TryGetValue(_providers[slot], out int old))
        {
            for (int item = 0; item < _lists.Length; item++)
            {
                if (!_canUse[item][slot]) continue;
                _shares[item][slot] = before._shares[item][old];
                left -= _shares[item][slot];
            }
        }

        if (left < 0)
        {
            Project(slot);
            return;
        }

        for (int item = 0; item < _lists.Length && sharers > 0; item++)
        {
            if (!_canUse[item][slot]) continue;
            long part = left / sharers;
            _shares[item][slot] += part;
            left -= part;
            sharers--;
        }
    }

    private void Step(int slot, double[][] used, double length, double mean)
    {
        for (int item = 0; item < _lists.Length; item++)
        {
            if (_canUse[item][slot]) _shares[item][slot] = Math.Max(0, _shares[item][slot] + (long)(length * (used[item][slot] - mean)));
        }

        Project(slot);
    }

    /// <summary>The nearest shares, none below 0, that add up to the fixed cost.</summary>
    private void Project(int slot)
    {
        while (true)
        {
            long excess = -_fixed[slot];
            int positive = 0;
            int last = -1;
            for (int item = 0; item < _lists.Length; item++)
            {
                if (!_canUse[item][slot]) continue;
                excess += _shares[item][slot];
                if (_shares[item][slot] > 0) positive++;
                last = item;
            }

            if (excess <= 0)
            {
                if (last >= 0) _shares[last][slot] -= excess;
                return;
            }

            long part = (excess + positive - 1) / positive;
            for (int item = 0; item < _lists.Length; item++)
            {
                if (_canUse[item][slot] && _shares[item][slot] > 0) _shares[item][slot] = Math.Max(0, _shares[item][slot] - part);
            }
        }
    }
}
