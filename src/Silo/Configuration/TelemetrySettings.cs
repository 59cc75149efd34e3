namespace Fulcrum.Silo.Configuration;

/// <summary>What the silo tells of itself.</summary>
public sealed class TelemetrySettings
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Fulcrum:Telemetry";

    /// <summary>Whether <c>GET /metrics</c> answers with all meters, for Prometheus.</summary>
    /// <value>Default <see langword="false"/>.</value>
    public bool Metrics { get; set; }
}
