namespace Fulcrum.Contracts.Documents;

/// <summary>A member that sells capacity.</summary>
[GenerateSerializer, Immutable, Alias("doc.provider")]
public sealed record ProviderDocument
{
    /// <summary>Identifier; the participant id of the control plane.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    [Id(1)] public string? Name { get; init; }

    /// <summary>Whether it takes new orders.</summary>
    [Id(2)] public LifecycleStatus Status { get; init; } = LifecycleStatus.Active;

    /// <summary>EUR per month, once per order that uses the provider.</summary>
    [Id(3)] public decimal FeePerOrderMonthly { get; init; }

    /// <summary>Tariff for traffic that leaves; absent means free.</summary>
    [Id(4)] public EgressDocument? Egress { get; init; }

    /// <summary>Facts with evidence.</summary>
    [Id(5)] public SovereigntyProfile Sovereignty { get; init; } = SovereigntyProfile.None;
}
