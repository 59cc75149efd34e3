namespace Fulcrum.Benchmarks.Contenders;

/// <summary>What was known at one moment of a solve.</summary>
/// <param name="Milliseconds">Wall time since its start.</param>
/// <param name="Objective">Value of the best plan, in thousandths of a micro-EUR.</param>
/// <param name="Bound">No plan has a value below this.</param>
internal readonly record struct TracePoint(double Milliseconds, Int128 Objective, Int128 Bound)
{
    /// <summary>(objective − bound) ÷ max(1, objective).</summary>
    public double Gap => (double)Int128.Max(0, Objective - Bound) / (double)Int128.Max(1, Objective);
}
