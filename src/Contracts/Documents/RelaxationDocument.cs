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

    /// <summary>Whether it is proved that no smaller change of this rule helps.</summary>
    [Id(3)] public bool Smallest { get; init; }

    /// <summary>Whether the order has a plan then; false when this conflict is resolved but others are left.</summary>
    [Id(4)] public bool Sufficient { get; init; }
}
