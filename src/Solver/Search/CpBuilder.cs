using System.Numerics;
using Google.OrTools.Sat;

namespace Fulcrum.Solver.Search;

/// <summary>Builds a CP-SAT model of non-negative variables, linear constraints and clauses.</summary>
internal sealed class CpBuilder
{
    /// <summary>Largest magnitude of a linear sum that CP-SAT is trusted with; it wants headroom below 2^63.</summary>
    private static readonly BigInteger MagnitudeMax = BigInteger.One << 61;

    private const int WordBits = 40;

    /// <summary>The model so far.</summary>
    public CpModelProto Proto { get; } = new();

    /// <summary>Whether plans were left out because their money exceeds 64 bits.</summary>
    public bool IsClipped { get; private set; }

    /// <summary>Whether a sum of this magnitude can be given to CP-SAT as it is.</summary>
    public static bool IsNarrow(BigInteger magnitude) => BigInteger.Abs(magnitude) <= MagnitudeMax;

    /// <summary>Adds a variable from 0 to a maximum.</summary>
    public CpVariable NewVariable(long max)
    {
        IntegerVariableProto variable = new();
        variable.Domain.Add(0);
        variable.Domain.Add(max);
        Proto.Variables.Add(variable);
        return new CpVariable(Proto.Variables.Count - 1, max);
    }

    /// <summary>At least one literal is true; none makes the model infeasible.</summary>
    public void AddClause(params IEnumerable<int> literals)
    {
        BoolArgumentProto clause = new();
        clause.Literals.Add(literals);
        Proto.Constraints.Add(new ConstraintProto { BoolOr = clause });
    }

    /// <summary>sum ≤ bound.</summary>
    public void AddAtMost(LinearSum sum, BigInteger bound) => AddAtLeast(new LinearSum().Add(sum, -1), -bound);

    /// <summary>sum ≥ bound.</summary>
    public void AddAtLeast(LinearSum sum, BigInteger bound)
    {
        BigInteger min = sum.Min;
        BigInteger max = sum.Max;
        if (bound <= min) return;
        if (bound > max) AddClause();
        else if (IsNarrow(min, max)) AddLinear(sum, (long)bound, (long)max);
        else WideInequality.Add(this, sum, bound);
    }

    /// <summary>sum = value.</summary>
    public void AddEqual(LinearSum sum, BigInteger value)
    {
        if (IsNarrow(sum.Min, sum.Max) && IsNarrow(value)) AddLinear(sum, (long)value, (long)value);
        else
        {
            AddAtLeast(sum, value);
            AddAtMost(sum, value);
        }
    }

    /// <summary>Replaces what is minimised. A sum that may exceed 64 bits is held below the largest magnitude, which leaves the dearest plans out.</summary>
    public void Minimise(LinearSum sum)
    {
        if (!IsNarrow(sum.Min, sum.Max)) sum = Clip(sum);
        CpObjectiveProto objective = new();
        foreach ((CpVariable variable, BigInteger coefficient) in sum.Terms)
        {
            objective.Vars.Add(variable.Index);
            objective.Coeffs.Add((long)coefficient);
        }

        Proto.Objective = objective;
    }

    /// <summary>Replaces the values that the search tries first.</summary>
    public void Hint(IEnumerable<(CpVariable Variable, long Value)> values)
    {
        PartialVariableAssignment hint = new();
        foreach ((CpVariable variable, long value) in values)
        {
            hint.Vars.Add(variable.Index);
            hint.Values.Add(value);
        }

        Proto.SolutionHint = hint;
    }

    /// <summary>An integer from 0 to at least a maximum, or to the largest magnitude if that is less; plans that need more are left out.</summary>
    /// <remarks>A large one is two variables, high and low digits, so that inequalities written out digit by digit have room for it.</remarks>
    public LinearSum NewClipped(BigInteger max)
    {
        IsClipped |= !IsNarrow(max);
        BigInteger most = BigInteger.Min(max, MagnitudeMax);
        if (most.GetBitLength() <= WordBits) return new LinearSum().Add(NewVariable((long)most), 1);
        CpVariable low = NewVariable((1L << WordBits) - 1);
        return new LinearSum().Add(NewVariable((long)(most >> WordBits)), BigInteger.One << WordBits).Add(low, 1);
    }

    private LinearSum Clip(LinearSum sum)
    {
        LinearSum clipped = NewClipped(sum.Max);
        AddAtLeast(new LinearSum().Add(clipped, 1).Add(sum, -1), 0);
        return clipped;
    }

    private static bool IsNarrow(BigInteger min, BigInteger max) => IsNarrow(max - min);

    private void AddLinear(LinearSum sum, long low, long high)
    {
        LinearConstraintProto linear = new();
        foreach ((CpVariable variable, BigInteger coefficient) in sum.Terms)
        {
            linear.Vars.Add(variable.Index);
            linear.Coeffs.Add((long)coefficient);
        }

        linear.Domain.Add(low);
        linear.Domain.Add(high);
        Proto.Constraints.Add(new ConstraintProto { Linear = linear });
    }
}
