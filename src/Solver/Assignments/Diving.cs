using Fulcrum.Solver.Search;

namespace Fulcrum.Solver.Assignments;

/// <summary>Makes plans of linear answers: what they decide in part is decided one after the other, the likeliest first, and the relaxation is solved again each time.</summary>
internal sealed class Diving
{
    private const double Tolerance = 1e-6;
    private const double Chance = 0.7;

    private readonly AssignmentModel _model;
    private readonly LinearRelaxation _relaxation;
    private readonly Stopper _stopper;
    private readonly Random _random;

    /// <summary>A search whose choices follow from a seed.</summary>
    public Diving(AssignmentModel model, LinearRelaxation relaxation, Stopper stopper, int seed)
    {
        (_model, _relaxation, _stopper, _random) = (model, relaxation, stopper, new Random(seed));
    }

    /// <summary>Decides until nothing is in part.</summary>
    /// <returns>The last answer, in which something may be missing; null when time ran out.</returns>
    public LinearAnswer? Run(Region root, bool isRandom)
    {
        Region region = root.Copy();
        LinearAnswer? last = null;
        while (!_stopper.IsDue)
        {
            if (_relaxation.Solve(region, rounds: 2) is not { } answer) return last;
            last = answer;
            if (!Decide(region, answer, isRandom) || region.IsEmpty()) return last;
        }

        return null;
    }

    private bool Decide(Region region, LinearAnswer answer, bool isRandom)
    {
        int provider = Likeliest(answer.Used, number => !region.IsOpen[number] && !region.IsClosed[number], isRandom);
        if (provider >= 0)
        {
            region.Open(provider);
            return true;
        }

        int way = Likeliest(answer.Replicas, number => region.Least[number] < region.Most[number], isRandom);
        if (way < 0) return false;
        region.Raise(way, Math.Min(region.Most[way], (int)Math.Ceiling(answer.Replicas[way])));
        KeepWhatFits(region, _model.Ways[way].Pool);
        return true;
    }

    /// <summary>The number with the largest part, often; negative when none is in part.</summary>
    private int Likeliest(double[] values, Func<int, bool> isFree, bool isRandom)
    {
        int best = -1;
        double most = 0;
        for (int number = 0; number < values.Length; number++)
        {
            double part = values[number] - Math.Floor(values[number]);
            if (part < Tolerance || part > 1 - Tolerance || !isFree(number)) continue;
            if (isRandom) part *= Chance + _random.NextDouble();
            if (part > most) (best, most) = (number, part);
        }

        return best;
    }

    /// <summary>Leaves out replicas for which a pool has no room beside what is placed there.</summary>
    private void KeepWhatFits(Region region, int pool)
    {
        for (int row = 0; row < _model.Rows[pool].Length; row++)
        {
            Int128 room = _model.Rows[pool][row].Room;
            foreach (int way in _model.WaysOfPool[pool]) room -= (Int128)_model.Ways[way].Amounts[row] * region.Least[way];
            foreach (int way in _model.WaysOfPool[pool])
            {
                long amount = _model.Ways[way].Amounts[row];
                if (amount > 0 && room >= 0) region.Lower(way, (int)Int128.Min(region.Most[way], region.Least[way] + (room / amount)));
            }
        }
    }
}
