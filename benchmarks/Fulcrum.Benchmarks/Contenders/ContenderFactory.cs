using Fulcrum.Solver;

namespace Fulcrum.Benchmarks.Contenders;

/// <summary>Makes contenders.</summary>
internal static class ContenderFactory
{
    /// <summary>A contender of a kind.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="time">Clock.</param>
    /// <param name="workers">Threads, for those that can use several; SCIP uses one.</param>
    public static IContender Create(ContenderKind kind, TimeProvider time, int workers) => kind switch
    {
        ContenderKind.Fulcrum => new FulcrumContender(time, SolveStrategy.Pipeline, workers),
        ContenderKind.Plain => new FulcrumContender(time, SolveStrategy.Plain, workers),
        ContenderKind.CpSat => new CpSatContender(time, workers),
        _ => new ScipContender(time),
    };
}
