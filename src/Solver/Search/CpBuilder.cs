using System.Numerics;
using Google.OrTools.Sat;

namespace Fulcrum.Solver.Search;

/// <summary>Builds a CP-SAT model of non-negative variables, linear constraints and clauses.</summary>
internal sealed class CpBuilder
{
    /// <summary>Largest magnitude of a linear sum that CP-SAT is trusted with; it wants headroom below 2^63.</summary>
    private static readonly BigInteger MagnitudeMax = BigInteger.One << 61;

    /// <summary>The model so far.</summary>
    public CpModelProto Proto { get; } = new();

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

    /// <summary>Replaces what is minimised.</summary>
    /// <exception cref="ProblemTooLargeException">The sum does not fit in 64 bits.</exception>
    public void Minimise(LinearSum sum)
    {
        if (!IsNarrow(sum.Min, sum.Max))
        {
            throw new ProblemTooLargeException($"The objective may reach {sum.Max}, more than {MagnitudeMax}. Maybe a price, a value or a weight is out of proportion.");
        }

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
