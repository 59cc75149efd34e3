using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Drafting;

/// <summary>The least value of one term while others are held.</summary>
/// <remarks>
/// The relaxation minimises the term plus, for each held one, its price times its value. A plan that keeps to the caps costs there at most what the term is worth and what the caps
/// cost: that is its cost here, so that whatever the prices, no better plan is above the cutoff.
/// </remarks>
internal sealed class TermAim : IAim
{
    /// <summary>Weight of the term that is minimised.</summary>
    public const int WeightThousandths = 1000;

    private readonly ObjectiveTerm _term;
    private readonly TermDraftJudge _judge;

    /// <summary>An aim at a term.</summary>
    /// <param name="term">The term.</param>
    /// <param name="held">Terms that are held, each at most once.</param>
    /// <param name="judges">What terms of drafts are worth.</param>
    public TermAim(ObjectiveTerm term, IReadOnlyList<HeldTerm> held, TermJudges judges)
    {
        _term = term;
        Weights = WeightsOf(term, WeightThousandths, held);
        Offset = OffsetOf(held);
        _judge = new TermDraftJudge(judges.Of(term), held, [.. held.Select(each => judges.Of(each.Term))], (long)Offset);
    }

    /// <inheritdoc />
    public Weights Weights { get; }

    /// <inheritdoc />
    public Int128 Offset { get; }

    /// <summary>By how much answers of the relaxation exceeded each held term, mean of those seen so far, micro-EUR; null when none was seen.</summary>
    public IReadOnlyList<double>? Excess => _judge.Excess;

    /// <summary>Weights of a relaxation: of the term, and of each held one its price.</summary>
    public static Weights WeightsOf(ObjectiveTerm term, long weight, IReadOnlyList<HeldTerm> held)
    {
        return new Weights(Of(ObjectiveTerm.Price), Of(ObjectiveTerm.Locality), Of(ObjectiveTerm.Sovereignty));

        long Of(ObjectiveTerm each) => each == term ? weight : held.Where(other => other.Term == each).Sum(static other => other.PriceThousandths);
    }

    /// <summary>What the caps of held terms cost.</summary>
    public static Int128 OffsetOf(IReadOnlyList<HeldTerm> held) => held.Aggregate((Int128)0, static (sum, each) => sum + ((Int128)each.PriceThousandths * each.MostMicros));

    /// <inheritdoc />
    public Int128 CostOf(ScoreBreakdown score) => ((Int128)WeightThousandths * score.Term(_term)) + Offset;

    /// <inheritdoc />
    public long CutoffOf(long cost) => cost - WeightThousandths + 1;

    /// <inheritdoc />
    public IDraftJudge JudgeOf(IReadOnlyList<ItemCosts> costs, IReadOnlyList<RelationCosts> relations) => _judge;
}
