using Fulcrum.Workloads;

namespace Fulcrum.LoadTest;

/// <summary>One run.</summary>
internal sealed record LoadOptions
{
    /// <summary>Database.</summary>
    public required StoreKind Store { get; init; }

    /// <summary>Server on which a database may be created; for PostgreSQL.</summary>
    public string? Connection { get; init; }

    /// <summary>Way to reach the engine.</summary>
    public required TransportKind Transport { get; init; }

    /// <summary>Requests under way at most.</summary>
    public required int Clients { get; init; }

    /// <summary>Pools of the federation.</summary>
    public required int Pools { get; init; }

    /// <summary>Items of each order.</summary>
    public required int Items { get; init; }

    /// <summary>Kind of the orders.</summary>
    public required OrderFamily Orders { get; init; }

    /// <summary>How long is measured.</summary>
    public required int Seconds { get; init; }

    /// <summary>How long the same load runs before that.</summary>
    public required int WarmUpSeconds { get; init; }

    /// <summary>What clients do.</summary>
    public required LoadMode Mode { get; init; }

    /// <summary>Operations per second in an open loop; null is a closed loop.</summary>
    public double? Rate { get; init; }

    /// <summary>Allocations made before anything is measured, evenly over the pools.</summary>
    public int Allocations { get; init; }

    /// <summary>Makes federation and orders.</summary>
    public required long Seed { get; init; }
}
