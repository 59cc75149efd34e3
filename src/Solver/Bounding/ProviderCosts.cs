using System.Numerics;
using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Screening;

namespace Fulcrum.Solver.Bounding;

/// <summary>What a provider costs an order beyond replicas: a fixed amount once, and so much per MiB that leaves; together never more than fee and egress really are.</summary>
/// <remarks>
/// Egress is max(0, price × (MiB − free)), rounded. For any part φ of the price it is at least φ × price × (MiB − free) less half a micro-EUR. So a MiB may cost φ times
/// its price if the free volume comes off the fee. Where the fee does not suffice, what lacks is a loss for the bound, once per provider, whether the order uses it or not.
/// </remarks>
internal sealed class ProviderCosts
{
    private readonly Dictionary<int, Terms> _known = [];
    private readonly HashSet<Terms> _moved = [];
    private readonly ScreenedProblem _problem;
    private readonly long _weight;
    private readonly bool _hasFixed;

    /// <summary>Costs under a weight of the price.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="weights">Weights of the terms.</param>
    /// <param name="hasFixed">Whether using a provider costs something at all; drafts leave it out where providers are chosen beforehand.</param>
    public ProviderCosts(ScreenedProblem problem, Weights weights, bool hasFixed) => (_problem, _weight, _hasFixed) = (problem, weights.Price, hasFixed);

    /// <summary>What all providers together lack.</summary>
    public long Loss => _moved.Sum(static terms => Math.Min(0, terms.Fixed));

    /// <summary>Cost of using a provider, 0 or more.</summary>
    public long Fixed(int provider) => _hasFixed ? Math.Max(0, Of(provider).Fixed) : 0;

    /// <summary>Cost of a piece of traffic that leaves a provider, rounded down.</summary>
    public long OfTraffic(int provider, long mib)
    {
        if (mib == 0 || _weight == 0 || Of(provider) is not { Charge: { } charge } terms) return 0;
        return charge.FreeMiB == 0
            ? ToCost((Int128)_weight * (Int128)(mib * charge.MicrosPerMiB.Numerator / charge.MicrosPerMiB.Denominator))
            : ToCost((Int128)mib * terms.Credit / charge.FreeMiB);
    }

    /// <summary>How the bound changes with the credit of a provider, given what a relaxed answer does there; 0 when there is nothing to change.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="mib">Traffic that leaves it.</param>
    /// <param name="used">The part of the fixed cost that is paid.</param>
    public double Slope(int provider, double mib, double used)
    {
        if (Of(provider) is not { Charge: { FreeMiB: > 0 } charge } terms || terms.CreditMax == 0) return 0;
        double slope = (mib / charge.FreeMiB) - (terms.Fixed <= 0 ? 1 : used);
        return (slope > 0 && terms.Credit == terms.CreditMax) || (slope < 0 && terms.Credit == 0) ? 0 : slope;
    }

    /// <summary>Changes the credit of a provider.</summary>
    public void Move(int provider, double change)
    {
        Terms terms = Of(provider);
        _moved.Add(terms);
        terms.Credit = (long)Math.Clamp(terms.Credit + change, 0, terms.CreditMax);
    }

    /// <summary>Keeps the present credits, to go back to.</summary>
    public void Remember()
    {
        foreach (Terms terms in _moved) terms.Kept = terms.Credit;
    }

    /// <summary>Goes back to the credits kept last.</summary>
    public void Recall()
    {
        foreach (Terms terms in _moved) terms.Credit = terms.Kept;
    }

    private Terms Of(int provider)
    {
        if (!_known.TryGetValue(provider, out Terms? terms)) _known[provider] = terms = NewTerms(provider);
        return terms;
    }

    private Terms NewTerms(int provider)
    {
        long fee = ToCost((Int128)_weight * _problem.Source.Providers[provider].FeePerOrderMicros);
        if (_problem.Egress[provider] is not { FreeMiB: > 0 } charge || _weight == 0) return new Terms(fee, 0, 0, _problem.Egress[provider]);
        BigInteger full = _weight * (BigInteger)charge.FreeMiB * charge.MicrosPerMiB.Numerator / charge.MicrosPerMiB.Denominator;
        long most = (long)BigInteger.Min(full, Cost.Largest);
        long rounding = (_weight + 1) / 2;
        long credit = _hasFixed ? Math.Clamp(fee - rounding, 0, most) : most / 2;
        return new Terms(fee, rounding, most, charge) { Credit = credit, Kept = credit };
    }

    private static long ToCost(Int128 value) => (long)Int128.Min(Cost.Largest, value);

    private sealed class Terms(long fee, long rounding, long creditMax, EgressCharge? charge)
    {
        public EgressCharge? Charge { get; } = charge;

        public long CreditMax { get; } = creditMax;

        public long Credit { get; set; }

        public long Kept { get; set; }

        public long Fixed => fee - Credit - (Credit > 0 ? rounding : 0);
    }
}
