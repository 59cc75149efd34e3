namespace Fulcrum.Contracts.Exchange;

/// <summary>What a request came to: a value, or a failure.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
[GenerateSerializer, Immutable, Alias("exchange.answer`1")]
public sealed record Answer<T>
{
    /// <summary>The value; absent with a failure.</summary>
    [Id(0)] public T? Value { get; init; }

    /// <summary>Version of the value, for entity tags.</summary>
    [Id(1)] public long? Version { get; init; }

    /// <summary>Whether it is new.</summary>
    [Id(2)] public bool Created { get; init; }

    /// <summary>Whether anything is different from before.</summary>
    [Id(3)] public bool Changed { get; init; }

    /// <summary>Whether the change is recorded and still being driven to completion.</summary>
    [Id(4)] public bool Pending { get; init; }

    /// <summary>Why not.</summary>
    [Id(5)] public Failure? Failure { get; init; }
}
