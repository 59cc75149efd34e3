namespace Fulcrum.LoadTest;

/// <summary>What clients do.</summary>
internal enum LoadMode
{
    /// <summary>Each places a new order; its holds stay. Capacity is ample.</summary>
    Place,

    /// <summary>Each places a new order and then confirms it; both together are one operation. Capacity is ample.</summary>
    HoldConfirm,

    /// <summary>All orders are pinned to one and the same pool, whose capacity is ample: the limit of one ledger.</summary>
    HotPool,

    /// <summary>All want the few pools of one provider, which are too small for them: conflicts, refusals, and a constant coming and going at the edge of capacity.</summary>
    Storm,

    /// <summary>Holds, orders confirmed at once, quotes, readings and cancellations side by side. Capacity is ample.</summary>
    Mixed,

    /// <summary>No clients: a silo is started on a database with pools and allocations, every pool is loaded, and every allocation is released.</summary>
    Start,
}
