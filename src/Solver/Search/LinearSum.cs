using System.Numerics;

namespace Fulcrum.Solver.Search;

/// <summary>A weighted sum of variables that are not negative.</summary>
internal sealed class LinearSum
{
    private readonly Dictionary<CpVariable, BigInteger> _coefficients = [];

    /// <summary>Variables and their coefficients, none of them 0.</summary>
    public IEnumerable<(CpVariable Variable, BigInteger Coefficient)> Terms =>
        _coefficients.Where(term => term.Value != 0).Select(term => (term.Key, term.Value));

    /// <summary>Smallest value.</summary>
    public BigInteger Min => Extreme(coefficient => coefficient < 0);

    /// <summary>Largest value.</summary>
    public BigInteger Max => Extreme(coefficient => coefficient > 0);

    /// <summary>Adds a variable times a coefficient.</summary>
    public LinearSum Add(CpVariable variable, BigInteger coefficient)
    {
        _coefficients[variable] = _coefficients.GetValueOrDefault(variable) + coefficient;
        return this;
    }

    /// <summary>Adds another sum times a factor.</summary>
    public LinearSum Add(LinearSum sum, BigInteger factor)
    {
        foreach ((CpVariable variable, BigInteger coefficient) in sum._coefficients) Add(variable, coefficient * factor);
        return this;
    }

    /// <summary>Value of the sum given a value per variable.</summary>
    public BigInteger ValueAt(IReadOnlyList<long> values) =>
        _coefficients.Aggregate(BigInteger.Zero, (sum, term) => sum + (term.Value * values[term.Key.Index]));

    private BigInteger Extreme(Func<BigInteger, bool> counts) => _coefficients
        .Where(term => counts(term.Value))
        .Aggregate(BigInteger.Zero, (sum, term) => sum + (term.Value * term.Key.Max));
}
