namespace Fulcrum.Solver.Assignments;

/// <summary>A bound of all plans of a region in exact integers: items pay for their replicas, and every pool is filled with what gains most.</summary>
/// <remarks>
/// For any payments u per replica, a plan costs Σ n·u plus, for each provider used, its fee less Σ (u − cost) over the replicas there. What the replicas of a pool can gain at most
/// is that of a knapsack. A provider is used where that pays, where the region says so, and where fewer providers have not the room.
/// </remarks>
internal sealed class KnapsackBound
{
    private readonly AssignmentModel _model;
    private readonly Region _region;
    private readonly Payments _payments;
    private readonly PoolFilling[] _inPart;
    private readonly WholeFilling?[] _whole;
    private readonly Int128[] _withProvider;
    private readonly Int128 _value;

    /// <summary>Computes the bound.</summary>
    /// <param name="model">The order.</param>
    /// <param name="region">The plans.</param>
    /// <param name="payments">What items pay.</param>
    /// <param name="leastProviders">So many providers are used by all of the plans.</param>
    /// <param name="isWhole">Whether pools are filled with whole replicas where that is done exactly, which bounds better and takes longer.</param>
    public KnapsackBound(AssignmentModel model, Region region, Payments payments, int leastProviders, bool isWhole)
    {
        (_model, _region, _payments) = (model, region, payments);
        _inPart = new PoolFilling[model.Rows.Length];
        _whole = new WholeFilling?[model.Rows.Length];
        _withProvider = new Int128[model.Fees.Length];
        for (int item = 0; item < model.Items.Length; item++) _value += (Int128)payments.OfItem[item] * model.Items[item];
        for (int provider = 0; provider < model.Fees.Length; provider++)
        {
            if (region.IsClosed[provider]) continue;
            Int128 cost = (Int128)model.Fees[provider] * payments.Scale;
            foreach (int pool in model.PoolsOfProvider[provider])
            {
                _inPart[pool] = PoolFilling.Of(model, region, payments, pool);
                IsEmpty |= _inPart[pool].IsOverfull;
                if (isWhole && !_inPart[pool].IsOverfull) _whole[pool] = WholeFilling.Of(model, region, payments, pool, _inPart[pool]);
                cost -= GainOf(pool);
            }

            _withProvider[provider] = cost;
        }

        _value += OfProviders(leastProviders);
    }

    /// <summary>Whether no plan of the region exists, because what it places for certain does not fit.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>The bound in parts of a unit of cost.</summary>
    public double Value => (double)_value;

    /// <summary>No plan of the region costs less, in units of cost.</summary>
    public long Least => IsEmpty ? long.MaxValue : RoundUp(_value);

    /// <summary>What items pay.</summary>
    public Payments Payments => _payments;

    /// <summary>How many replicas of each item the bound places, where all pools are filled with whole replicas.</summary>
    public int[] Placed()
    {
        int[] placed = new int[_model.Items.Length];
        foreach (int way in Chosen()) placed[_model.Ways[way].Item]++;
        return placed;
    }

    /// <summary>The ways in which the bound places replicas, where all pools are filled with whole replicas.</summary>
    public IEnumerable<int> Chosen()
    {
        for (int pool = 0; pool < _whole.Length; pool++)
        {
            int provider = _model.ProviderOfPool[pool];
            if (_whole[pool] is not { } whole || !(_region.IsOpen[provider] || _withProvider[provider] < 0)) continue;
            foreach (int way in whole.Chosen) yield return way;
        }
    }

    /// <summary>Narrows a region of the same plans or fewer to those that may cost less than an incumbent.</summary>
    /// <param name="region">The region.</param>
    /// <param name="incumbent">What the incumbent costs.</param>
    /// <param name="isThorough">Whether single replicas are settled with whole ones in their pools.</param>
    public void Narrow(Region region, long incumbent, bool isThorough)
    {
        for (int provider = 0; provider < _model.Fees.Length; provider++)
        {
            if (_region.IsClosed[provider]) continue;
            Int128 more = _region.IsOpen[provider] ? 0 : Int128.Max(0, _withProvider[provider]);
            Int128 less = _region.IsOpen[provider] ? 0 : Int128.Max(0, -_withProvider[provider]);
            if (more > 0 && RoundUp(_value + more) >= incumbent)
            {
                region.Close(provider);
                continue;
            }

            if (less > 0 && RoundUp(_value + less) >= incumbent) region.Open(provider);
            foreach (int pool in _model.PoolsOfProvider[provider])
            {
                Int128 slack = (((Int128)incumbent - 1) * _payments.Scale) - _value - more;
                if (slack < 0) continue;
                NarrowInPart(region, pool, slack + _inPart[pool].Gain - GainOf(pool));
                if (isThorough && _whole[pool] is { } whole) NarrowWhole(region, pool, whole, slack);
            }
        }
    }

    /// <summary>Replicas more than the least of a way cost so much each; replicas less than the most, too.</summary>
    private void NarrowInPart(Region region, int pool, Int128 slack)
    {
        PoolFilling filling = _inPart[pool];
        foreach (int way in _model.WaysOfPool[pool])
        {
            if (region.Least[way] >= region.Most[way]) continue;
            (Int128 loss, Int128 divisor) = filling.Loss(_payments.GainOf(_model, way), _payments.AmountOf(_model, way));
            Int128 room = (slack + 1) * divisor;
            if (loss > 0 && _region.Least[way] + (room / loss) < region.Most[way])
            {
                region.Lower(way, (int)(_region.Least[way] + (room / loss)));
            }
            else if (loss < 0 && _region.IsOpen[_model.ProviderOf(way)] && _region.Most[way] - (room / -loss) > region.Least[way])
            {
                region.Raise(way, (int)(_region.Most[way] - (room / -loss)));
            }
        }
    }

    private void NarrowWhole(Region region, int pool, WholeFilling whole, Int128 slack)
    {
        KnapsackStates states = whole.States();
        foreach (int way in _model.WaysOfPool[pool])
        {
            if (region.Least[way] >= region.Most[way] || _region.Least[way] >= _region.Most[way]) continue;
            (long with, long without) = whole.Settled(way, states);
            if (whole.Gain - (Int128)with > slack) region.Lower(way, 0);
            else if (_region.IsOpen[_model.ProviderOfPool[pool]] && whole.Gain - (Int128)without > slack) region.Raise(way, 1);
        }
    }

    private Int128 GainOf(int pool) => _whole[pool] is { } whole ? whole.Gain : _inPart[pool].Gain;

    /// <summary>The least that providers cost where so many are used: one more or less costs the difference to what the last of them costs.</summary>
    private Int128 OfProviders(int least)
    {
        Int128 sum = 0;
        int open = 0;
        List<Int128> free = [];
        for (int provider = 0; provider < _withProvider.Length; provider++)
        {
            if (_region.IsOpen[provider]) (open, sum) = (open + 1, sum + _withProvider[provider]);
            else if (!_region.IsClosed[provider]) free.Add(_withProvider[provider]);
        }

        if (open + free.Count < least) IsEmpty = true;
        if (IsEmpty) return sum;
        free.Sort();
        Int128 last = open < least ? Int128.Max(0, free[least - open - 1]) : 0;
        for (int provider = 0; provider < _withProvider.Length; provider++)
        {
            if (_region.IsOpen[provider] || _region.IsClosed[provider]) continue;
            _withProvider[provider] -= last;
            sum += Int128.Min(0, _withProvider[provider]);
        }

        return sum + (last * Math.Max(0, least - open));
    }

    private long RoundUp(Int128 value)
    {
        Int128 quotient = value / _payments.Scale;
        if (quotient * _payments.Scale < value) quotient++;
        return (long)Int128.Min(quotient, long.MaxValue);
    }
}
