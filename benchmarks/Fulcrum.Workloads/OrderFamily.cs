namespace Fulcrum.Workloads;

/// <summary>Kinds of synthetic orders.</summary>
public enum OrderFamily
{
    /// <summary>One relation per item: the first item has users, each further one exchanges traffic with an earlier one and wants to be near it.</summary>
    Relations,

    /// <summary>The same with a sovereignty gate, spread, survival of the loss of a provider and a limit on the number of providers.</summary>
    Governed,

    /// <summary>Items that nothing couples: each has users of its own, at another place than those of the others, and is worth more near them.</summary>
    Plain,

    /// <summary>
    /// Like real orders: a tree of relations with a few more, users at several items, and each of gate, spread, survival and limits of providers on some.
    /// </summary>
    Composite,

    /// <summary>The same with one demand that cannot be met, of a kind that changes with the seed: <see cref="InfeasibilityKind"/>.</summary>
    Infeasible,
}
