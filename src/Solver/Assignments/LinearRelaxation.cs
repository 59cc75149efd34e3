using Fulcrum.Solver.Search;
using Google.OrTools.LinearSolver;

namespace Fulcrum.Solver.Assignments;

/// <summary>The linear relaxation of an order, solved by GLOP; regions that are solved one after the other start from the last basis.</summary>
/// <remarks>Replicas are parts of their items. That a part of an item at a provider is no larger than the part to which the provider is used is told where an answer breaks it.</remarks>
internal sealed class LinearRelaxation : IDisposable
{
    private const string Parameters = "use_dual_simplex:true use_preprocessing:false num_omp_threads:1";
    private const double CostOfMost = 1e6;
    private const double Tolerance = 1e-5;

    private readonly AssignmentModel _model;
    private readonly SearchLimits _limits;
    private readonly ProviderCover _cover;
    private readonly Google.OrTools.LinearSolver.Solver _solver;
    private readonly Variable[] _ways;
    private readonly Variable?[] _used;
    private readonly Constraint[] _items;
    private readonly Constraint[][] _rows;
    private readonly Constraint _count;
    private readonly bool[] _linked;
    private readonly double _costScale;
    private readonly CancellationToken _cancellationToken;

    /// <summary>The relaxation of all plans.</summary>
    public LinearRelaxation(AssignmentModel model, ProviderCover cover, SearchLimits limits, CancellationToken cancellationToken)
    {
        (_model, _cover, _limits, _cancellationToken) = (model, cover, limits, cancellationToken);
        _solver = Google.OrTools.LinearSolver.Solver.CreateSolver("GLOP");
        _solver.SetSolverSpecificParametersAsString(Parameters);
        _costScale = CostOfMost / (model.Most + 1);
        _items = [.. model.Items.Select(_ => _solver.MakeConstraint(1, 1))];
        _rows = [.. model.Rows.Select(rows => rows.Select(_ => _solver.MakeConstraint(double.NegativeInfinity, 0)).ToArray())];
        _count = _solver.MakeConstraint(0, double.PositiveInfinity);
        _ways = [.. model.Ways.Select(NewWay)];
        _used = [.. model.Fees.Select((fee, provider) => fee == 0 ? null : NewUsed(provider))];
        _linked = new bool[model.Items.Length * model.Fees.Length];
        AddFreeRoom();
        foreach (Constraint item in _items) AddMissing(item);
        _solver.Objective().SetMinimization();
    }

    /// <summary>Solves the relaxation of a region.</summary>
    /// <param name="region">The region.</param>
    /// <param name="rounds">How often broken links may be told.</param>
    /// <returns>Null when time ran out or GLOP failed.</returns>
    public LinearAnswer? Solve(Region region, int rounds)
    {
        Bound(region);
        LinearAnswer? answer = Solve();
        for (int round = 1; round < rounds && answer is not null && AddLinks(region, answer); round++) answer = Solve();
        return answer;
    }

    /// <inheritdoc />
    public void Dispose() => _solver.Dispose();

    private Variable NewWay(AssignmentWay way)
    {
        int quantity = _model.Items[way.Item];
        Variable part = _solver.MakeNumVar(0, (double)way.Most / quantity, "");
        _solver.Objective().SetCoefficient(part, way.Cost * (double)quantity * _costScale);
        _items[way.Item].SetCoefficient(part, 1);
        for (int row = 0; row < way.Amounts.Length; row++)
        {
            if (way.Amounts[row] > 0) _rows[way.Pool][row].SetCoefficient(part, way.Amounts[row] * (double)quantity / RoomOf(way.Pool, row));
        }

        return part;
    }

    private Variable NewUsed(int provider)
    {
        Variable used = _solver.MakeNumVar(0, 1, "");
        _solver.Objective().SetCoefficient(used, _model.Fees[provider] * _costScale);
        _count.SetCoefficient(used, 1);
        foreach (int pool in _model.PoolsOfProvider[provider])
        {
            foreach (Constraint row in _rows[pool]) row.SetCoefficient(used, -1);
        }

        return used;
    }

    /// <summary>Pools of providers without a fee have room whether used or not.</summary>
    private void AddFreeRoom()
    {
        for (int pool = 0; pool < _rows.Length; pool++)
        {
            if (_used[_model.ProviderOfPool[pool]] is not null) continue;
            foreach (Constraint row in _rows[pool]) row.SetUb(1);
        }
    }

    /// <summary>What is missing of an item costs more than any plan, so that there is always an answer.</summary>
    private void AddMissing(Constraint item)
    {
        Variable missing = _solver.MakeNumVar(0, 1, "");
        _solver.Objective().SetCoefficient(missing, CostOfMost);
        item.SetCoefficient(missing, 1);
    }

    private double RoomOf(int pool, int row) => Math.Max(1, _model.Rows[pool][row].Room);

    private void Bound(Region region)
    {
        for (int way = 0; way < _ways.Length; way++)
        {
            double quantity = _model.Items[_model.Ways[way].Item];
            _ways[way].SetBounds(region.Least[way] / quantity, Math.Max(region.Least[way], region.Most[way]) / quantity);
        }

        for (int provider = 0; provider < _used.Length; provider++)
        {
            _used[provider]?.SetBounds(region.IsOpen[provider] ? 1 : 0, region.IsClosed[provider] ? 0 : 1);
        }

        int free = _used.Count(static used => used is null);
        _count.SetLb(Math.Min(_cover.LeastCount(region) - free, _used.Length - free));
    }

    private LinearAnswer? Solve()
    {
        if (_limits.MillisecondsLeft is { } left) _solver.SetTimeLimit(Math.Max(1, left));
        Google.OrTools.LinearSolver.Solver.ResultStatus status;
        using (_cancellationToken.Register(() => _solver.InterruptSolve())) status = _solver.Solve();
        _cancellationToken.ThrowIfCancellationRequested();
        _limits.Spend(LinearWork.Of(_solver.Iterations(), _solver.NumVariables(), _solver.NumConstraints()));
        return status == Google.OrTools.LinearSolver.Solver.ResultStatus.OPTIMAL ? Read() : null;
    }

    private LinearAnswer Read() => new(
        [.. _ways.Select((part, way) => part.SolutionValue() * _model.Items[_model.Ways[way].Item])],
        [.. _used.Select(static used => used?.SolutionValue() ?? 1)],
        [.. _items.Select((item, number) => item.DualValue() / _costScale / _model.Items[number])],
        [.. _rows.Select((rows, pool) => rows.Select((row, number) => -row.DualValue() / _costScale / RoomOf(pool, number)).ToArray())]);

    private bool AddLinks(Region region, LinearAnswer answer)
    {
        bool isBroken = false;
        double[] parts = new double[_linked.Length];
        for (int way = 0; way < _ways.Length; way++) parts[LinkOf(way)] += answer.Replicas[way] / _model.Items[_model.Ways[way].Item];
        for (int link = 0; link < parts.Length; link++)
        {
            int provider = link % _used.Length;
            if (_linked[link] || region.IsOpen[provider] || _used[provider] is null || parts[link] <= answer.Used[provider] + Tolerance) continue;
            Link(link / _used.Length, provider);
            isBroken = _linked[link] = true;
        }

        return isBroken;
    }

    private int LinkOf(int way) => (_model.Ways[way].Item * _used.Length) + _model.ProviderOf(way);

    private void Link(int item, int provider)
    {
        Constraint link = _solver.MakeConstraint(double.NegativeInfinity, 0);
        double most = 0;
        foreach (int way in _model.WaysOfItem[item])
        {
            if (_model.ProviderOf(way) != provider) continue;
            link.SetCoefficient(_ways[way], 1);
            most += _model.Ways[way].Most;
        }

        link.SetCoefficient(_used[provider], -Math.Min(1, most / _model.Items[item]));
    }
}
