namespace Fulcrum.Benchmarks.Reference;

/// <summary>What a variable of an integer program counts.</summary>
internal enum VariableKind
{
    /// <summary>Replicas, or a yes or no.</summary>
    Count,

    /// <summary>Something that is whole by itself in a best answer, such as a division of replicas: a MIP may let it be fractional.</summary>
    Flow,

    /// <summary>Micro-EUR: a MIP may let it be fractional, and counts it in EUR.</summary>
    Money,
}
