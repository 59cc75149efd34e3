namespace Fulcrum.Contracts.Documents;

/// <summary>A change of one rule that would make an order possible.</summary>
[GenerateSerializer, Immutable, Alias("doc.relaxation")]
public sealed record RelaxationDocument
{
    /// <summary>The rule, named as in the conflict set.</summary>
    [Id(0)] public required string Rule { get; init; }

    /// <summary>What to change, in words.</summary>
    [Id(1)] public required string Change { get; init; }

    /// <summary>What the best plan then costs, EUR per month.</summary>
    [Id(2)] public decimal? PriceMonthly { get; init; }
}
