using Fulcrum.Solver.Search;

namespace Fulcrum.Solver.Assignments;

/// <summary>Bounds regions exactly, from what a linear answer says that items should pay.</summary>
/// <param name="model">The order.</param>
/// <param name="cover">Needed providers.</param>
/// <param name="incumbent">The best plan.</param>
/// <param name="limits">What the work counts for.</param>
internal sealed class RegionBounds(AssignmentModel model, ProviderCover cover, AssignmentIncumbent incumbent, SearchLimits limits)
{
    private const double FirstStep = 0.5;
    private const double SecondsPerWay = 1e-7;

    private readonly bool _isWhole = PaymentAscent.Applies(model);

    /// <summary>Bounds a region, and narrows it to what may be better than the incumbent.</summary>
    /// <param name="region">The region.</param>
    /// <param name="answer">Its linear answer.</param>
    /// <param name="rounds">How often payments may move.</param>
    /// <param name="visit">Told each bound of whole replicas; true ends it.</param>
    /// <param name="isThorough">Whether single replicas are settled with whole ones in their pools.</param>
    /// <returns>No plan of the region costs less, in units of cost.</returns>
    public long Narrow(Region region, LinearAnswer answer, int rounds, bool isThorough, Func<KnapsackBound, bool> visit)
    {
        Payments payments = new(model, answer.Payments, answer.RoomPrices);
        int least = cover.LeastCount(region);
        KnapsackBound inParts = new(model, region, payments, least, isWhole: false);
        KnapsackBound inUnits = new(model, region, payments.Whole(), least, isWhole: false);
        KnapsackBound best = inUnits.Least > inParts.Least ? inUnits : inParts;
        Spend(2);
        if (best.Least >= incumbent.Cost || best.IsEmpty) return best.Least;
        best.Narrow(region, incumbent.Cost, isThorough: false);
        if (!_isWhole || rounds == 0 || region.IsEmpty()) return best.Least;
        KnapsackBound whole = new PaymentAscent(model, cover).Run(region, payments, incumbent.Cost, rounds, FirstStep, bound =>
        {
            Spend(1);
            return visit(bound);
        });
        if (whole.Least < incumbent.Cost && !whole.IsEmpty) whole.Narrow(region, incumbent.Cost, isThorough);
        return Math.Max(best.Least, whole.Least);
    }

    private void Spend(int bounds) => limits.Spend(bounds * model.Ways.Length * SecondsPerWay);
}
