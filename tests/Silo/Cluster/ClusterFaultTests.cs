using System.Globalization;

namespace Fulcrum.Silo.Tests.Cluster;

/// <summary>Silos and database server are killed, hung and restarted under load.</summary>
[Collection(SiloProcess.Collection)]
public sealed class ClusterFaultTests(ITestOutputHelper output)
{
    private const string SecondsVariable = "FULCRUM_CLUSTER_SECONDS";
    private const string SeedVariable = "FULCRUM_CLUSTER_SEED";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ShortHang = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongHang = TimeSpan.FromSeconds(6);

    /// <summary>One round of every fault; more with FULCRUM_CLUSTER_SECONDS, in an order by FULCRUM_CLUSTER_SEED.</summary>
    [Fact]
    public async Task Nothing_is_oversold_lost_or_left_over_whatever_dies()
    {
        int seed = Number(SeedVariable, 1);
        TimeSpan length = TimeSpan.FromSeconds(Number(SecondsVariable, 0));
        Random random = new(seed);
        await using ClusterUnderFire cluster = await ClusterUnderFire.StartAsync(seed);
        long startedAt = TimeProvider.System.GetTimestamp();
        Dictionary<string, int> faults = [];
        do
        {
            foreach ((string name, Func<Task> fault) in Faults(cluster, random))
            {
                await SiloSet.WaitAsync(Pause);
                await fault();
                faults[name] = faults.GetValueOrDefault(name) + 1;
                await cluster.Silos.ReviveAsync();
            }
        }
        while (TimeProvider.System.GetElapsedTime(startedAt) < length);

        TimeSpan lasted = TimeProvider.System.GetElapsedTime(startedAt);
        string kept = await cluster.ShouldHaveKeptEverythingAsync();
        output.WriteLine($"Seed {seed}, {lasted.TotalSeconds:0} s: {string.Join(", ", faults.Select(static fault => $"{fault.Value} × {fault.Key}"))}. {kept}.");
    }

    [Fact]
    public async Task A_rolling_restart_fails_no_request()
    {
        await using ClusterUnderFire cluster = await ClusterUnderFire.StartAsync(seed: 2);
        for (int number = 0; number < SiloSet.Count; number++) await cluster.Silos.RollAsync(number);
        string kept = await cluster.ShouldHaveKeptEverythingAsync();
        cluster.Load.Failures.ShouldBeEmpty();
        cluster.Load.Answered.Count.ShouldBeGreaterThan(0);
        output.WriteLine($"Three silos replaced: {kept}.");
    }

    private static (string Name, Func<Task> Run)[] Faults(ClusterUnderFire cluster, Random random)
    {
        int Any() => random.Next(SiloSet.Count);
        (string, Func<Task>)[] faults =
        [
            ("kill -9", () => cluster.Silos.KillAsync(Any())),
            ("short hang", () => cluster.Silos.HangAsync(Any(), ShortHang)),
            ("hang until declared dead", () => cluster.Silos.HangAsync(Any(), LongHang)),
            ("database crash", cluster.Server.RestartAsync),
        ];
        random.Shuffle(faults);
        return faults;
    }

    private static int Number(string variable, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out int number) ? number : otherwise;
}
