namespace Fulcrum.Solver.Model;

/// <summary>The terms an objective is made of, each an integer in micro-EUR per month.</summary>
public enum ObjectiveTerm
{
    /// <summary>Replica prices, provider fees, egress.</summary>
    Price,

    /// <summary>What latency is worth to the buyer.</summary>
    Locality,

    /// <summary>Preferences that are not met.</summary>
    Sovereignty,
}
