namespace Fulcrum.Solver.Model;

/// <summary>What replicas can share and lose together.</summary>
public enum Domain
{
    /// <summary>A resource pool.</summary>
    Pool,

    /// <summary>(provider, location, zone); a pool without a zone is a zone of its own.</summary>
    Zone,

    /// <summary>A location, whoever sells there.</summary>
    Location,

    /// <summary>A country.</summary>
    Country,

    /// <summary>A provider.</summary>
    Provider,
}
