namespace Fulcrum.Solver.Model;

/// <summary>A member of the market that sells capacity.</summary>
public sealed record Provider
{
    /// <summary>Identifier, unique in the market.</summary>
    public required string Id { get; init; }

    /// <summary>Only pools of active providers are eligible.</summary>
    public LifecycleStatus Status { get; init; } = LifecycleStatus.Active;

    /// <summary>Facts that sovereignty gates ask for.</summary>
    public SovereigntyFacts Facts { get; init; } = SovereigntyFacts.None;

    /// <summary>Fixed fee in micro-EUR per month, once per order that uses the provider.</summary>
    public long FeePerOrderMicros { get; init; }

    /// <summary>Tariff for traffic that leaves; absent means free.</summary>
    public EgressTariff? Egress { get; init; }
}
