using System.ComponentModel.DataAnnotations;
using Fulcrum.Solver;
using Fulcrum.Solver.Batches;

namespace Fulcrum.Grains.Placement;

/// <summary>How a silo solves.</summary>
public sealed record SolverOptions
{
    /// <summary>Time for one solve when the order does not say.</summary>
    /// <value>Default 2 000, bounds 1 … 600 000.</value>
    [Range(1, 600_000)]
    public int TimeLimitMilliseconds { get; set; } = 2_000;

    /// <summary>CP-SAT workers per solve.</summary>
    /// <value>Default 1, bounds 1 … 64.</value>
    [Range(1, 64)]
    public int Workers { get; set; } = 1;

    /// <summary>Solves at the same time; 0 is the number of processors.</summary>
    /// <value>Default 0, bounds 0 … 256.</value>
    [Range(0, 256)]
    public int Concurrency { get; set; }

    /// <summary>Solves that may wait for their turn; one more is refused as an overload.</summary>
    /// <value>Default 2 000, bounds 1 … 100 000.</value>
    [Range(1, 100_000)]
    public int WaitingMax { get; set; } = 2_000;

    /// <summary>How long the first order of a batch waits for others to be planned with; 0 plans each alone.</summary>
    /// <value>Default 0, bounds 0 … 1 000.</value>
    [Range(0, 1_000)]
    public int BatchWindowMilliseconds { get; set; }

    /// <summary>Orders planned together; a batch with so many waits no longer.</summary>
    /// <value>Default 8, bounds 2 … 8.</value>
    [Range(2, BatchSolver.OrdersMax)]
    public int BatchOrdersMax { get; set; } = BatchSolver.OrdersMax;

    /// <summary>How an order is solved that says nothing else.</summary>
    internal SolveOptions ToSolveOptions() => new() { TimeLimit = TimeSpan.FromMilliseconds(TimeLimitMilliseconds), Workers = Workers };
}
