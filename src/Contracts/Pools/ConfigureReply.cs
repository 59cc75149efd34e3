namespace Fulcrum.Contracts.Pools;

/// <summary>What became of a change of a pool.</summary>
[GenerateSerializer, Immutable, Alias("pools.configure-reply")]
public sealed record ConfigureReply
{
    /// <summary>Code of <see cref="Errors.ErrorCodes"/>; absent is success.</summary>
    [Id(0)] public string? Code { get; init; }

    /// <summary>In words.</summary>
    [Id(1)] public string? Detail { get; init; }

    /// <summary>Whether anything is different from before.</summary>
    [Id(2)] public bool Changed { get; init; }

    /// <summary>Whether the pool is new.</summary>
    [Id(3)] public bool Created { get; init; }

    /// <summary>Holds whose order has not yet said whether it still complies; while not 0 the change is still being driven.</summary>
    [Id(4)] public long Unsettled { get; init; }

    /// <summary>The pool after the change.</summary>
    [Id(5)] public PoolSummary? Summary { get; init; }
}
