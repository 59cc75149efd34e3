using System.Numerics;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Checking;

/// <summary>The money of a plan, of any size, in micro-EUR per month.</summary>
/// <param name="LinePrices">Price of the replicas of each line together, in the order of the plan's lines.</param>
/// <param name="Fees">Fees of the providers used.</param>
/// <param name="Egress">Egress of the providers used.</param>
/// <param name="Items">Resources, locality and sovereignty of each item.</param>
internal sealed record PlanValue(
    IReadOnlyList<BigInteger> LinePrices, BigInteger Fees, BigInteger Egress, IReadOnlyList<ItemValue> Items)
{
    public BigInteger Resources { get; } = Items.Aggregate(BigInteger.Zero, (sum, item) => sum + item.Resources);

    public BigInteger Locality { get; } = Items.Aggregate(BigInteger.Zero, (sum, item) => sum + item.Locality);

    public BigInteger Sovereignty { get; } = Items.Aggregate(BigInteger.Zero, (sum, item) => sum + item.Sovereignty);

    public BigInteger Price => Resources + Fees + Egress;

    public BigInteger Term(ObjectiveTerm term) => term switch
    {
        ObjectiveTerm.Price => Price,
        ObjectiveTerm.Locality => Locality,
        ObjectiveTerm.Sovereignty => Sovereignty,
        _ => throw new ArgumentOutOfRangeException(nameof(term), term, "Not a term."),
    };

    /// <summary>Whether every figure, and the price term, can be stated in 64 bits.</summary>
    public bool FitsInScore() => new[] { Price, Locality, Sovereignty }.All(money => money <= long.MaxValue);

    public ScoreBreakdown ToScore() => new()
    {
        ResourcesMicros = (long)Resources,
        FeesMicros = (long)Fees,
        EgressMicros = (long)Egress,
        LocalityMicros = (long)Locality,
        SovereigntyMicros = (long)Sovereignty,
        Items = [.. Items.Select(item => new ItemScore((long)item.Resources, (long)item.Locality, (long)item.Sovereignty))],
    };
}
