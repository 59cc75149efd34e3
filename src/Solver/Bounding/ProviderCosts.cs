using System.Numerics;
using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Screening;

namespace Fulcrum.Solver.Bounding;

/// <summary>What a provider costs an order beyond replicas: a fixed amount once, and so much per MiB that leaves; together never more than fee and egress really are.</summary>
/// <remarks>
/// Egress is max(0, price × (MiB − free)), rounded. For any part φ of the price it is at least φ × price × (MiB − free) less half a micro-EUR. So a MiB may cost φ times
/// its price if the free volume comes off the fee. Where the fee does not suffice, what lacks is a loss for the bound, once per provider, whether the order uses it or not.
/// Where an order may use so many providers at most, each costs a toll, and that many tolls are a loss.
/// </remarks>
internal sealed class ProviderCosts
{
    private readonly Terms?[] _known;
    private readonly HashSet<Terms> _moved = [];
    private readonly Dictionary<long, TrafficCosts> _traffic = [];
    private readonly ScreenedProblem _problem;
    private readonly long _weight;
    private readonly bool _hasFixed;
    private readonly bool[] _isOpen;
    private long _sunk;
    private long _keptToll;

    /// <summary>Costs under a weight of the price.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="weights">Weights of the terms.</param>
    /// <param name="hasFixed">Whether using a provider costs something at all; drafts leave it out where providers are chosen beforehand.</param>
    public ProviderCosts(ScreenedProblem problem, Weights weights, bool hasFixed)
    {
        (_problem, _weight, _hasFixed) = (problem, weights.Price, hasFixed);
        _known = new Terms?[problem.Source.Providers.Count];
        _isOpen = new bool[_known.Length];
    }

    private ProviderCosts(ProviderCosts other)
    {
        (_problem, _weight, _hasFixed, _sunk, Toll, OpenCount) = (other._problem, other._weight, other._hasFixed, other._sunk, other.Toll, other.OpenCount);
        (_known, _isOpen) = (new Terms?[other._known.Length], [.. other._isOpen]);
        for (int provider = 0; provider < _known.Length; provider++)
        {
            if (other._known[provider] is not { } terms) continue;
            _known[provider] = terms.Copy();
            if (terms.Fixed < 0) _moved.Add(_known[provider]!);
        }

        Remember();
    }

    /// <summary>The same costs where some further provider is paid for, whether the order uses it or not: its fixed cost is part of every plan, and using it costs nothing more.</summary>
    public ProviderCosts WithOpen(int provider)
    {
        ProviderCosts costs = new(this);
        Terms terms = costs.Of(provider);
        costs._isOpen[provider] = true;
        costs.OpenCount++;
        costs._sunk += terms.Sink();
        costs._moved.Add(terms);
        return costs;
    }

    /// <summary>The same costs, to be moved apart from these.</summary>
    public ProviderCosts Copy() => new(this);

    /// <summary>Whether a provider is paid for.</summary>
    public bool IsOpen(int provider) => _isOpen[provider];

    /// <summary>Providers that are paid for.</summary>
    public int OpenCount { get; private set; }

    /// <summary>Whether using a provider may cost something beside replicas and traffic.</summary>
    public bool HasFixed => _hasFixed;

    /// <summary>What all providers together lack, 0 or less, and the tolls that every order has free; and what those cost that are paid for.</summary>
    public long Loss => _sunk + (Toll * OpenCount) + _moved.Sum(static terms => Math.Min(0, terms.Fixed)) - (Toll * (_problem.Source.Order.Policy.MaxProviders ?? 0));

    /// <summary>What using one provider more costs where their number is limited; 0 or more.</summary>
    public long Toll { get; private set; }

    /// <summary>Cost of using a provider, 0 or more.</summary>
    public long Fixed(int provider) => !_hasFixed || _isOpen[provider] ? 0 : Math.Max(0, Of(provider).Fixed) + Toll;

    /// <summary>Costs of a piece of traffic by the provider that it leaves.</summary>
    public TrafficCosts Traffic(long mib)
    {
        if (!_traffic.TryGetValue(mib, out TrafficCosts? costs)) _traffic[mib] = costs = new TrafficCosts(this, mib, _known.Length);
        return costs;
    }

    /// <summary>How the bound changes with the credit of a provider, given what a relaxed answer does there; 0 when there is nothing to change.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="mib">Traffic that leaves it.</param>
    /// <param name="used">The part of the fixed cost that is paid.</param>
    public double Slope(int provider, double mib, double used)
    {
        Terms terms = Of(provider);
        if (terms.CreditMax == 0) return 0;
        double slope = (mib / terms.Charge!.FreeMiB) - (terms.Fixed <= 0 ? 1 : used);
        return (slope > 0 && terms.Credit == terms.CreditMax) || (slope < 0 && terms.Credit == 0) ? 0 : slope;
    }

    /// <summary>Changes the credit of a provider.</summary>
    public void Move(int provider, double change)
    {
        Terms terms = Of(provider);
        _moved.Add(terms);
        terms.Set((long)Math.Clamp(terms.Credit + change, 0, terms.CreditMax));
    }

    /// <summary>Changes the toll.</summary>
    public void MoveToll(double change) => Toll = (long)Math.Clamp(Toll + change, 0, TollMax);

    /// <summary>Keeps the present credits and the toll, to go back to.</summary>
    public void Remember()
    {
        foreach (Terms terms in _moved) terms.Kept = terms.Credit;
        _keptToll = Toll;
    }

    /// <summary>Goes back to the credits and the toll kept last.</summary>
    public void Recall()
    {
        foreach (Terms terms in _moved) terms.Set(terms.Kept);
        Toll = _keptToll;
    }

    private long TollMax => Cost.Largest / (1 + (_problem.Source.Order.Policy.MaxProviders ?? 0)) / Math.Max(1, _known.Length);

    private Terms Of(int provider) => _known[provider] ??= NewTerms(provider);

    private Terms NewTerms(int provider)
    {
        long fee = ToCost((Int128)_weight * _problem.Source.Providers[provider].FeePerOrderMicros);
        if (_problem.Egress[provider] is not { FreeMiB: > 0 } charge || _weight == 0) return new Terms(fee, 0, 0, _problem.Egress[provider]);
        BigInteger full = _weight * (BigInteger)charge.FreeMiB * charge.MicrosPerMiB.Numerator / charge.MicrosPerMiB.Denominator;
        long most = (long)BigInteger.Min(full, Cost.Largest);
        long rounding = (_weight + 1) / 2;
        long credit = _hasFixed ? Math.Clamp(fee - rounding, 0, most) : most / 2;
        Terms terms = new(fee, rounding, most, charge) { Kept = credit };
        terms.Set(credit);
        return terms;
    }

    private static long ToCost(Int128 value) => (long)Int128.Min(Cost.Largest, value);

    /// <summary>What a piece of traffic costs by provider, rounded down.</summary>
    internal sealed class TrafficCosts(ProviderCosts costs, long mib, int providers)
    {
        private readonly long[] _known = new long[mib == 0 || costs._weight == 0 ? 0 : providers];
        private readonly int[] _versions = new int[mib == 0 || costs._weight == 0 ? 0 : providers];

        /// <summary>Whether it costs nothing anywhere.</summary>
        public bool IsFree => _known.Length == 0;

        /// <summary>Cost at a provider.</summary>
        public long this[int provider]
        {
            get
            {
                if (IsFree) return 0;
                Terms terms = costs.Of(provider);
                if (_versions[provider] == terms.Version) return _known[provider];
                _versions[provider] = terms.Version;
                return _known[provider] = Compute(terms);
            }
        }

        private long Compute(Terms terms)
        {
            if (terms.Charge is not { } charge) return 0;
            if (charge.FreeMiB == 0) return ToCost(costs._weight * (Int128)(mib * charge.MicrosPerMiB.Numerator / charge.MicrosPerMiB.Denominator));
            return Math.BigMul(mib, terms.Credit, out long low) == 0 && low >= 0 ? Math.Min(Cost.Largest, low / charge.FreeMiB) : ToCost((Int128)mib * terms.Credit / charge.FreeMiB);
        }
    }

    private sealed class Terms(long fee, long rounding, long creditMax, EgressCharge? charge)
    {
        private long _fee = fee;

        public EgressCharge? Charge { get; } = charge;

        public long CreditMax { get; } = creditMax;

        public long Credit { get; private set; }

        public long Kept { get; set; }

        /// <summary>Changes with the credit; never 0.</summary>
        public int Version { get; private set; } = 1;

        public long Fixed => _fee - Credit - (Credit > 0 ? rounding : 0);

        public Terms Copy()
        {
            Terms copy = new(_fee, rounding, CreditMax, Charge) { Kept = Credit };
            copy.Set(Credit);
            return copy;
        }

        /// <summary>Takes the fee out.</summary>
        /// <returns>The fee.</returns>
        public long Sink()
        {
            long sunk = _fee;
            _fee = 0;
            return sunk;
        }

        public void Set(long credit)
        {
            if (credit == Credit) return;
            Credit = credit;
            Version++;
        }
    }
}
