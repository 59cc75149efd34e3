using System.Diagnostics;
using Fulcrum.Grains.Orders;

namespace Fulcrum.Grains.Telemetry;

/// <summary>Spans of the engine. They cost nothing while nobody listens.</summary>
public static class EngineTracing
{
    /// <summary>Name of the source.</summary>
    public const string SourceName = "Fulcrum.Engine";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Begins a step of the placement cycle.</summary>
    internal static Activity? Step(string name, int? pools = null)
    {
        Activity? step = Source.StartActivity(name);
        return pools is null ? step : step?.SetTag("fulcrum.pools", pools);
    }

    /// <summary>Says with how many orders one was planned, and what that has gained.</summary>
    internal static void Tell(Activity? step, BatchFigures batch)
    {
        step?.SetTag("fulcrum.batch.orders", batch.Orders).SetTag("fulcrum.batch.more_placed", batch.MorePlaced);
        if (batch.GainMonthly is { } gain) step?.SetTag("fulcrum.batch.gain", (double)gain);
    }
}
