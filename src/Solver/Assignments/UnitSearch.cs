using Fulcrum.Solver.Search;

namespace Fulcrum.Solver.Assignments;

/// <summary>Looks for better plans by moving single replicas and by letting two change places, the best move first even where it makes things worse, and none back for a while.</summary>
/// <remarks>Pools may lack room in between, at a price that rises while they do and falls while they do not.</remarks>
internal sealed class UnitSearch
{
    /// <summary>Most replicas of an order that is searched.</summary>
    public const int UnitsMax = 1_000;

    private const int WaysPerItem = 6;
    private const int SwapsMax = 30_000;
    private const double Raise = 1.06;
    private const double Fall = 1.03;
    private const int TenureLeast = 8;
    private const int TenureSpread = 14;
    private const int PatienceRounds = 1_500;
    private const double SecondsPerMove = 1.2e-8;

    private readonly AssignmentModel _model;
    private readonly AssignmentIncumbent _incumbent;
    private readonly SearchLimits _limits;
    private readonly Stopper _stopper;
    private readonly Random _random;
    private readonly int[] _itemOf;
    private readonly int[][] _likely;
    private readonly int[][] _wayIn;
    private readonly double[][] _prices;
    private readonly int[][] _freeAt;
    private int _round;

    /// <summary>A search among the likeliest ways of each item.</summary>
    public UnitSearch(AssignmentModel model, Region region, LinearAnswer answer, AssignmentIncumbent incumbent, SearchLimits limits, Stopper stopper, int seed)
    {
        (_model, _incumbent, _limits, _stopper, _random) = (model, incumbent, limits, stopper, new Random(seed));
        _itemOf = [.. model.Items.SelectMany(static (quantity, item) => Enumerable.Repeat(item, quantity))];
        double[] keys = [.. model.Ways.Select(way => way.Cost + way.Amounts.Select((amount, row) => amount * answer.RoomPrices[way.Pool][row]).Sum())];
        _likely = [.. model.WaysOfItem.Select(ways => ways.Where(way => region.Most[way] > 0).OrderBy(way => keys[way]).ThenBy(static way => way).Take(WaysPerItem).ToArray())];
        _wayIn = [.. model.Items.Select(_ => Enumerable.Repeat(-1, model.Rows.Length).ToArray())];
        for (int item = 0; item < _likely.Length; item++)
        {
            foreach (int way in _likely[item].Reverse()) _wayIn[item][model.Ways[way].Pool] = way;
        }

        double least = (model.Most + 1.0) / Math.Max(1, _itemOf.Length) / 100;
        _prices = [.. model.Rows.Select((rows, pool) => rows.Select((row, number) => Math.Max(answer.RoomPrices[pool][number], least / Math.Max(1, row.Room))).ToArray())];
        _freeAt = [.. _itemOf.Select(_ => new int[model.Rows.Length])];
    }

    /// <summary>Where the linear answer has most of each item.</summary>
    public int[] Rounded(LinearAnswer answer)
    {
        double[] left = [.. answer.Replicas];
        int[] places = new int[_itemOf.Length];
        for (int unit = 0; unit < places.Length; unit++)
        {
            int best = _likely[_itemOf[unit]].MaxBy(way => left[way]);
            left[best]--;
            places[unit] = best;
        }

        return places;
    }

    /// <summary>Searches from some places on.</summary>
    /// <param name="places">Way by replica.</param>
    /// <param name="rounds">So many moves without a better plan end it.</param>
    /// <returns>The places of the best plan found, if any is better than the incumbent.</returns>
    public int[]? Run(int[] places, int rounds)
    {
        UnitState state = new(_model, _itemOf, [.. places]);
        for (int pool = 0; pool < _prices.Length; pool++) _prices[pool].CopyTo(state.Prices[pool], 0);
        int[]? best = null;
        int last = _round;
        while (_round - last < rounds && !_stopper.IsDue)
        {
            _round++;
            Step(state);
            if (state.IsPlan && _incumbent.Offer(state.ToReplicas())) (best, last) = ([.. state.Places], _round);
            Price(state);
            if ((_round - last) % PatienceRounds == PatienceRounds - 1) Shake(state, best);
        }

        return best;
    }

    private void Step(UnitState state)
    {
        double least = double.MaxValue;
        (int Unit, int Way, int Other, int OtherWay) move = (-1, -1, -1, -1);
        for (int unit = 0; unit < _itemOf.Length; unit++)
        {
            foreach (int way in _likely[_itemOf[unit]])
            {
                if (way == state.Places[unit] || _freeAt[unit][_model.Ways[way].Pool] > _round) continue;
                double change = state.OfMove(unit, way);
                if (change < least) (least, move) = (change, (unit, way, -1, -1));
            }
        }

        FindSwap(state, ref least, ref move);
        if (move.Unit < 0) return;
        Apply(state, move.Unit, move.Way);
        if (move.Other >= 0) Apply(state, move.Other, move.OtherWay);
    }

    private void FindSwap(UnitState state, ref double least, ref (int Unit, int Way, int Other, int OtherWay) move)
    {
        int units = _itemOf.Length;
        int firsts = Math.Min(units, Math.Max(1, SwapsMax / units));
        int start = firsts == units ? 0 : _random.Next(units);
        long looked = (long)units * WaysPerItem;
        for (int i = 0; i < firsts; i++)
        {
            int unit = (start + i) % units;
            int pool = _model.Ways[state.Places[unit]].Pool;
            int[] wayIn = _wayIn[_itemOf[unit]];
            for (int other = firsts == units ? unit + 1 : 0; other < units; other++)
            {
                int otherPool = _model.Ways[state.Places[other]].Pool;
                if (otherPool == pool) continue;
                int way = wayIn[otherPool];
                int otherWay = _wayIn[_itemOf[other]][pool];
                if (way < 0 || otherWay < 0 || _freeAt[unit][otherPool] > _round || _freeAt[other][pool] > _round) continue;
                double change = state.OfSwap(unit, way, other, otherWay);
                if (change < least) (least, move) = (change, (unit, way, other, otherWay));
            }

            looked += units / 2;
        }

        _limits.Spend(looked * SecondsPerMove);
    }

    private void Apply(UnitState state, int unit, int way)
    {
        _freeAt[unit][_model.Ways[state.Places[unit]].Pool] = _round + TenureLeast + _random.Next(TenureSpread);
        state.Move(unit, way);
    }

    private static void Price(UnitState state)
    {
        for (int pool = 0; pool < state.Prices.Length; pool++)
        {
            double factor = state.IsOverfull(pool) ? Raise : state.IsPlan ? 1 / Fall : 1;
            for (int row = 0; row < state.Prices[pool].Length; row++) state.Prices[pool][row] *= factor;
        }
    }

    /// <summary>Moves some replicas anywhere, after going back to the best places.</summary>
    private void Shake(UnitState state, int[]? best)
    {
        for (int unit = 0; best is not null && unit < best.Length; unit++)
        {
            if (state.Places[unit] != best[unit]) state.Move(unit, best[unit]);
        }

        for (int i = 0; i < Math.Max(2, _itemOf.Length / 20); i++)
        {
            int unit = _random.Next(_itemOf.Length);
            state.Move(unit, _likely[_itemOf[unit]][_random.Next(Math.Min(4, _likely[_itemOf[unit]].Length))]);
        }

        for (int pool = 0; pool < _prices.Length; pool++) _prices[pool].CopyTo(state.Prices[pool], 0);
    }
}
