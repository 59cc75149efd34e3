using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Tests.Oracle;

/// <summary>What enumeration of every plan shows.</summary>
/// <param name="Best">One of the best plans; null when there is none.</param>
/// <param name="Objective">Weighted: thousandths of a micro-EUR; lexicographic: value of the last term.</param>
/// <param name="Values">Lexicographic: the best value v of each stage.</param>
/// <param name="Tuple">Lexicographic: the terms of the answer, in order.</param>
/// <param name="FeasiblePlans">Number of feasible plans.</param>
internal sealed record OracleAnswer(
    Plan? Best, Int128 Objective, IReadOnlyList<long> Values, IReadOnlyList<long> Tuple, int FeasiblePlans)
{
    public static OracleAnswer Infeasible { get; } = new(null, 0, [], [], 0);

    public bool IsFeasible => Best is not null;

    public bool Equals(OracleAnswer? other) =>
        other is not null && IsFeasible == other.IsFeasible && Objective == other.Objective && Values.SequenceEqual(other.Values) && Tuple.SequenceEqual(other.Tuple);

    public override int GetHashCode() => HashCode.Combine(IsFeasible, Objective);
}
