namespace Fulcrum.Solver.Assignments;

/// <summary>Where each replica is, and what moves would change; room that is lacking has a price. In floating point: it guides the search, plans are judged exactly.</summary>
internal sealed class UnitState
{
    private readonly AssignmentModel _model;
    private readonly int[] _itemOf;
    private readonly double[][] _load;
    private readonly double[][] _room;
    private readonly int[] _atProvider;
    private int _overfull;

    /// <summary>Replicas in some ways.</summary>
    public UnitState(AssignmentModel model, int[] itemOf, int[] places)
    {
        (_model, _itemOf, Places) = (model, itemOf, places);
        _room = [.. model.Rows.Select(static rows => rows.Select(static row => (double)row.Room).ToArray())];
        _load = [.. model.Rows.Select(static rows => new double[rows.Length])];
        Prices = [.. model.Rows.Select(static rows => new double[rows.Length])];
        _atProvider = new int[model.Fees.Length];
        foreach (int way in places) Add(way, 1);
        for (int pool = 0; pool < _load.Length; pool++) _overfull += IsOverfull(pool) ? 1 : 0;
    }

    /// <summary>Way by replica.</summary>
    public int[] Places { get; }

    /// <summary>What a unit of room that is lacking costs, by pool and row.</summary>
    public double[][] Prices { get; }

    /// <summary>Whether every pool has room.</summary>
    public bool IsPlan => _overfull == 0;

    /// <summary>Item by replica.</summary>
    public int[] ItemOf => _itemOf;

    /// <summary>Whether a pool lacks room.</summary>
    public bool IsOverfull(int pool)
    {
        for (int row = 0; row < _load[pool].Length; row++)
        {
            if (_load[pool][row] > _room[pool][row]) return true;
        }

        return false;
    }

    /// <summary>What it would change to move a replica to another way.</summary>
    public double OfMove(int unit, int way)
    {
        ref readonly AssignmentWay from = ref _model.Ways[Places[unit]];
        ref readonly AssignmentWay to = ref _model.Ways[way];
        double change = to.Cost - from.Cost;
        int left = _model.ProviderOfPool[from.Pool];
        int entered = _model.ProviderOfPool[to.Pool];
        if (left != entered) change += (_atProvider[entered] == 0 ? _model.Fees[entered] : 0) - (_atProvider[left] == 1 ? _model.Fees[left] : 0);
        return from.Pool == to.Pool ? change + Exchanged(from.Pool, from.Amounts, to.Amounts) : change + Exchanged(from.Pool, from.Amounts, null) + Exchanged(to.Pool, null, to.Amounts);
    }

    /// <summary>What it would change when a replica and one in another pool change places.</summary>
    /// <param name="unit">The replica.</param>
    /// <param name="way">Its way where the other is.</param>
    /// <param name="other">The other.</param>
    /// <param name="otherWay">The way of the other where the first is.</param>
    public double OfSwap(int unit, int way, int other, int otherWay)
    {
        ref readonly AssignmentWay from = ref _model.Ways[Places[unit]];
        ref readonly AssignmentWay to = ref _model.Ways[way];
        ref readonly AssignmentWay otherFrom = ref _model.Ways[Places[other]];
        ref readonly AssignmentWay otherTo = ref _model.Ways[otherWay];
        return to.Cost - from.Cost + otherTo.Cost - otherFrom.Cost
            + Exchanged(from.Pool, from.Amounts, otherTo.Amounts) + Exchanged(to.Pool, otherFrom.Amounts, to.Amounts);
    }

    /// <summary>Moves a replica.</summary>
    public void Move(int unit, int way)
    {
        int from = _model.Ways[Places[unit]].Pool;
        int to = _model.Ways[way].Pool;
        _overfull -= (IsOverfull(from) ? 1 : 0) + (to != from && IsOverfull(to) ? 1 : 0);
        Add(Places[unit], -1);
        Add(way, 1);
        Places[unit] = way;
        _overfull += (IsOverfull(from) ? 1 : 0) + (to != from && IsOverfull(to) ? 1 : 0);
    }

    /// <summary>Replicas by way.</summary>
    public int[] ToReplicas()
    {
        int[] replicas = new int[_model.Ways.Length];
        foreach (int way in Places) replicas[way]++;
        return replicas;
    }

    private void Add(int way, int replicas)
    {
        AssignmentWay added = _model.Ways[way];
        _atProvider[_model.ProviderOfPool[added.Pool]] += replicas;
        for (int row = 0; row < added.Amounts.Length; row++) _load[added.Pool][row] += (double)replicas * added.Amounts[row];
    }

    private double Exchanged(int pool, long[]? gone, long[]? come)
    {
        double[] load = _load[pool];
        double[] room = _room[pool];
        double change = 0;
        for (int row = 0; row < load.Length; row++)
        {
            double after = load[row] - (gone is null ? 0 : gone[row]) + (come is null ? 0 : come[row]);
            change += Prices[pool][row] * (Math.Max(0, after - room[row]) - Math.Max(0, load[row] - room[row]));
        }

        return change;
    }
}
