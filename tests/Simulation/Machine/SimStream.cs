using Fulcrum.Grains.Journaling;
using Fulcrum.Grains.Orders;

namespace Fulcrum.Simulation.Tests.Machine;

/// <summary>A stream as it is stored.</summary>
internal sealed class SimStream
{
    public long Fence { get; set; }

    public HeadFields? Head { get; set; }

    /// <summary>Every event there ever was.</summary>
    public List<StoredEvent> Events { get; } = [];

    /// <summary>Version of the last event that is in the archive.</summary>
    public int Archived { get; set; }

    /// <summary>Version of the last event that is in neither.</summary>
    public int Deleted { get; set; }

    /// <summary>Whether it is an order that has ended and owes nothing.</summary>
    public bool IsOver => Head is { Kind: StreamKinds.Order, NextDue: null } && FinalStates.Names.Contains(Head.State);
}
