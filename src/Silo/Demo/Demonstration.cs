using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Silo.Hosting;
using Microsoft.Data.Sqlite;

namespace Fulcrum.Silo.Demo;

/// <summary>The <c>demo</c> command: an embedded silo on a fresh file, the sample federation, and the sample orders placed through the public API.</summary>
internal static class Demonstration
{
    /// <summary>Runs the demonstration; answers the exit code.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        string samples = SampleFiles.Find();
        string folder = Directory.CreateTempSubdirectory("fulcrum-demo-").FullName;
        try
        {
            WebApplication app = await SiloHost.BuildAsync([.. Settings(folder), .. args], static builder => builder.Logging.SetMinimumLevel(LogLevel.Warning));
            await using (app)
            {
                await app.StartAsync();
                using DemoApi api = new(app.Urls.First());
                await PlaceAllAsync(api, samples);
                await app.StopAsync();
            }

            return 0;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string[] Settings(string folder) =>
    [
        "--urls", "http://127.0.0.1:0",
        "--Fulcrum:Storage:Provider", "sqlite",
        "--Fulcrum:Storage:ConnectionString", $"Data Source={Path.Combine(folder, "fulcrum.db")}",
        "--Fulcrum:Cluster:SiloPort", "0",
        "--Fulcrum:Cluster:GatewayPort", "0",
        "--Fulcrum:Solver:TimeLimitMilliseconds", "10000",
    ];

    private static async Task PlaceAllAsync(DemoApi api, string samples)
    {
        await api.WaitUntilReadyAsync();
        FederationDocument federation = await api.ImportAsync(Path.Combine(samples, "federation-eu.json"));
        DemoReport report = new(federation);
        report.Imported();
        CapacityReport before = await api.CapacityByCountryAsync();
        foreach (string file in Directory.GetFiles(Path.Combine(samples, "orders"), "*.json").Order(StringComparer.Ordinal))
        {
            long startedAt = TimeProvider.System.GetTimestamp();
            DemoOutcome outcome = await api.PlaceAndConfirmAsync(file);
            report.Placed(Path.GetFileName(file), outcome, TimeProvider.System.GetElapsedTime(startedAt));
        }

        DemoReport.Capacity(before, await api.CapacityByCountryAsync());
    }
}
