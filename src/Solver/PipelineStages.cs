namespace Fulcrum.Solver;

/// <summary>The stages of the pipeline that can be left out: each only makes it faster, so that every subset gives an exact answer.</summary>
[Flags]
public enum PipelineStages
{
    /// <summary>None: screening, then CP-SAT.</summary>
    None = 0,

    /// <summary>While screening, offers are left out that a cheaper and no larger one of the same pool stands in for.</summary>
    Pruning = 1,

    /// <summary>The cheapest way of an order for one replica is its answer.</summary>
    SingleReplica = 2,

    /// <summary>Ways are left out that another way of the same pool or site stands in for.</summary>
    Dominance = 4,

    /// <summary>A relaxation with multipliers bounds every plan from below. <see cref="Drafting"/>, <see cref="Dropping"/>, <see cref="Branching"/> and <see cref="Assignments"/> work on it and do nothing without it.</summary>
    Bounding = 8,

    /// <summary>Orders whose items share nothing but the room of pools and the fees of providers are solved by branch and bound over linear relaxations; does nothing without <see cref="Bounding"/>.</summary>
    Assignments = 16,

    /// <summary>Answers of the relaxation are made into plans, which local moves make better.</summary>
    Drafting = 32,

    /// <summary>Ways are dropped with which the relaxation costs no less than the best plan.</summary>
    Dropping = 64,

    /// <summary>Of a weighted order it is decided provider by provider whether it is used, each part bounded by itself.</summary>
    Branching = 128,

    /// <summary>The replicas of an order of one item, or of items that have nothing but pools in common, are divided among providers at the least cost.</summary>
    Division = 256,

    /// <summary>Orders are refused that ask for more than counting shows to be there: domains, providers, a budget, places near enough to each other.</summary>
    Counting = 512,

    /// <summary>All of them.</summary>
    All = Pruning | SingleReplica | Dominance | Bounding | Drafting | Dropping | Branching | Division | Counting | Assignments,
}
