namespace Fulcrum.Solver.Assignments;

/// <summary>What whole replicas of a pool gain at most, exactly; for pools of one row in which a way has one replica at most.</summary>
internal sealed class WholeFilling
{
    private const int SettledMax = 40;
    private const long GainMax = 1L << 60;

    private readonly AssignmentModel _model;
    private readonly Payments _payments;
    private readonly long _room;
    private readonly long _base;
    private readonly List<int> _certain = [];
    private readonly List<int> _open = [];

    private WholeFilling(AssignmentModel model, Region region, Payments payments, int pool)
    {
        (_model, _payments) = (model, payments);
        _room = model.Rows[pool].Length == 0 ? 0 : model.Rows[pool][0].Room;
        foreach (int way in model.WaysOfPool[pool])
        {
            long gain = payments.GainOf(model, way);
            long amount = payments.AmountOf(model, way);
            if (region.Least[way] > 0 || (amount == 0 && gain > 0 && region.Most[way] > 0))
            {
                _certain.Add(way);
                _base += gain;
                _room -= amount;
            }
            else if (gain > 0 && region.Most[way] > 0)
            {
                _open.Add(way);
            }
        }
    }

    /// <summary>Most that the replicas gain.</summary>
    public long Gain { get; private set; }

    /// <summary>The ways that gain most together.</summary>
    public int[] Chosen { get; private set; } = [];

    /// <summary>Fills a pool; what is placed for certain must fit.</summary>
    /// <returns>Null where the pool is not of that kind.</returns>
    public static WholeFilling? Of(AssignmentModel model, Region region, Payments payments, int pool, PoolFilling inPart)
    {
        if (!Applies(model, payments, pool)) return null;
        WholeFilling filling = new(model, region, payments, pool);
        filling.Fill(inPart);
        return filling;
    }

    /// <summary>Whether pools can be filled with whole replicas.</summary>
    public static bool Applies(AssignmentModel model, Payments payments, int pool)
    {
        if (model.Rows[pool].Length > 1) return false;
        Int128 sum = 0;
        foreach (int way in model.WaysOfPool[pool])
        {
            if (model.Ways[way].Most > 1) return false;
            sum += Int128.Abs(payments.GainOf(model, way));
        }

        return sum < GainMax;
    }

    /// <summary>What the others gain at most when a way is settled, with its replica and without.</summary>
    public (long With, long Without) Settled(int way, KnapsackStates all)
    {
        if (_open.Count > SettledMax && _open.Contains(way)) return (Gain, Gain);
        long gain = _payments.GainOf(_model, way);
        long amount = _payments.AmountOf(_model, way);
        KnapsackStates others = all;
        if (_open.Contains(way))
        {
            others = new KnapsackStates(_room);
            foreach (int other in _open)
            {
                if (other != way) others.Add(other, _payments.GainOf(_model, other), _payments.AmountOf(_model, other));
            }
        }

        long with = amount > _room ? long.MinValue : _base + gain + others.GainWithin(_room - amount);
        return (with, _base + others.Gain);
    }

    /// <summary>The sets of all ways that may be left out or not.</summary>
    public KnapsackStates States()
    {
        KnapsackStates states = new(_room);
        foreach (int way in _open) states.Add(way, _payments.GainOf(_model, way), _payments.AmountOf(_model, way));
        return states;
    }

    /// <summary>Ways that gain or lose more at the price of room than whole replicas can fall short of parts are settled beforehand.</summary>
    private void Fill(PoolFilling inPart)
    {
        long shortfall = (long)inPart.Gain - Greedy();
        List<int> chosen = [.. _certain];
        long settled = _base;
        long room = _room;
        List<int> core = [];
        foreach (int way in _open)
        {
            (Int128 loss, Int128 divisor) = inPart.Loss(_payments.GainOf(_model, way), _payments.AmountOf(_model, way));
            if (loss > (shortfall + 1) * divisor) continue;
            if (-loss > (shortfall + 1) * divisor)
            {
                chosen.Add(way);
                settled += _payments.GainOf(_model, way);
                room -= _payments.AmountOf(_model, way);
            }
            else
            {
                core.Add(way);
            }
        }

        KnapsackStates states = new(room);
        foreach (int way in core) states.Add(way, _payments.GainOf(_model, way), _payments.AmountOf(_model, way));
        Gain = settled + states.Gain;
        Chosen = [.. chosen, .. states.Chosen()];
    }

    /// <summary>What a filling in the order of gain per room gains, which passes by what does not fit.</summary>
    private long Greedy()
    {
        long gain = _base;
        long room = _room;
        _open.Sort((one, other) =>
        {
            int order = RatioOf(other).CompareTo(RatioOf(one));
            return order != 0 ? order : one.CompareTo(other);
        });
        foreach (int way in _open)
        {
            long amount = _payments.AmountOf(_model, way);
            if (amount > room) continue;
            gain += _payments.GainOf(_model, way);
            room -= amount;
        }

        return gain;
    }

    private double RatioOf(int way) => (double)_payments.GainOf(_model, way) / _payments.AmountOf(_model, way);
}
