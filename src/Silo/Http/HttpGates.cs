namespace Fulcrum.Silo.Http;

/// <summary>What is bounded in number.</summary>
internal sealed class HttpGates
{
    /// <summary>Bodies that hold many objects.</summary>
    public Gate LargeBodies { get; } = new(HttpLimits.LargeBodiesMax, "large bodies");

    /// <summary>Event streams.</summary>
    public Gate EventStreams { get; } = new(HttpLimits.EventStreamsMax, "event streams");
}
