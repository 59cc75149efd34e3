namespace Fulcrum.Solver.Assignments;

/// <summary>Moves payments towards a better bound of a region: items of which the bound places too few replicas pay more, others less.</summary>
/// <param name="model">The order.</param>
/// <param name="cover">Needed providers.</param>
internal sealed class PaymentAscent(AssignmentModel model, ProviderCover cover)
{
    private const int Patience = 8;
    private const double StepLeast = 1e-3;

    /// <summary>Whether every pool is filled with whole replicas, so that the bound can gain anything over the linear one.</summary>
    public static bool Applies(AssignmentModel model) => model.Rows.All(static rows => rows.Length <= 1) && model.Ways.All(static way => way.Most == 1);

    /// <summary>Looks for the best bound of a region.</summary>
    /// <param name="region">The region.</param>
    /// <param name="from">Payments to start from.</param>
    /// <param name="incumbent">What the incumbent costs: a bound that reaches it is good enough.</param>
    /// <param name="rounds">How often payments may move.</param>
    /// <param name="step">The first step, as a part of the way to the incumbent.</param>
    /// <param name="visit">Told each bound; true ends it.</param>
    public KnapsackBound Run(Region region, Payments from, long incumbent, int rounds, double step, Func<KnapsackBound, bool> visit)
    {
        int least = cover.LeastCount(region);
        KnapsackBound best = new(model, region, from, least, isWhole: true);
        KnapsackBound current = best;
        int stuck = 0;
        for (int round = 0; round < rounds && step > StepLeast && best.Least < incumbent && !visit(current); round++)
        {
            int[] lacking = current.Placed();
            double length = 0;
            for (int item = 0; item < lacking.Length; item++)
            {
                lacking[item] = model.Items[item] - lacking[item];
                length += (double)lacking[item] * lacking[item];
            }

            if (length == 0) break;
            double way = step * Math.Max(((double)incumbent * from.Scale) - current.Value, from.Scale) / length;
            current = new KnapsackBound(model, region, current.Payments.Moved(lacking, way), least, isWhole: true);
            if (current.Value > best.Value) (best, stuck) = (current, 0);
            else if (++stuck == Patience) (current, stuck, step) = (best, 0, step / 2);
        }

        return best;
    }
}
