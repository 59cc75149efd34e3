using Fulcrum.Grains.Journaling;

namespace Fulcrum.Simulation.Tests.Machine;

/// <summary>A stream as it is stored.</summary>
internal sealed class SimStream
{
    public long Fence { get; set; }

    public HeadFields? Head { get; set; }

    public List<StoredEvent> Events { get; } = [];
}
