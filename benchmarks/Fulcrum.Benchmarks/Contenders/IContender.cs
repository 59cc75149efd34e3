using Fulcrum.Solver.Model;

namespace Fulcrum.Benchmarks.Contenders;

/// <summary>A way to solve placement problems that is measured beside others.</summary>
internal interface IContender
{
    /// <summary>Name in tables.</summary>
    string Name { get; }

    /// <summary>Solves one problem within a limit of wall time, and times that itself: what is not part of the method is left out.</summary>
    Answer Solve(PlacementProblem problem, TimeSpan limit);
}
