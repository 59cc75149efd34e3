using Fulcrum.Grains.Telemetry;
using Fulcrum.Silo.Http;
using Fulcrum.Silo.Storage;
using OpenTelemetry.Metrics;

namespace Fulcrum.Silo.Hosting;

/// <summary>Serves the meters of the silo and of what it is built on.</summary>
internal static class Telemetry
{
    /// <summary>Where they are served.</summary>
    public const string MetricsPath = "/metrics";

    private static readonly string[] Meters =
    [
        EngineInstruments.MeterName, StoreInstruments.MeterName, HttpInstruments.MeterName,
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.Orleans", "Npgsql", "System.Runtime",
    ];

    public static void AddTelemetry(this IServiceCollection services) =>
        services.AddOpenTelemetry().WithMetrics(static metrics => metrics.AddMeter(Meters).AddPrometheusExporter());

    public static void MapTelemetry(this WebApplication app) => app.MapPrometheusScrapingEndpoint(MetricsPath);
}
