namespace Fulcrum.Workloads;

/// <summary>Why an order of the family <see cref="OrderFamily.Infeasible"/> has no plan.</summary>
public enum InfeasibilityKind
{
    /// <summary>A certificate that nobody has.</summary>
    Certificate,

    /// <summary>Users at two places, and a bound that no pool keeps to both.</summary>
    Users,

    /// <summary>More replicas than the only provider allowed can hold.</summary>
    Capacity,

    /// <summary>Two items that must be near each other, in two countries.</summary>
    Relation,

    /// <summary>More domains than replicas.</summary>
    Spread,

    /// <summary>The loss of any provider must be survived with one provider.</summary>
    Survival,

    /// <summary>A budget below the cheapest replica.</summary>
    Budget,
}
