using Fulcrum.Contracts.Documents;
using Fulcrum.Grains.Journaling;
using Fulcrum.Silo.Tests.Engine;
using Fulcrum.Silo.Tests.Verification;
using Microsoft.Extensions.DependencyInjection;

namespace Fulcrum.Silo.Tests.Stress;

/// <summary>
/// Real grains on real databases under a schedule from a seed: calls of the store fail, activations are collected under their callers, the silo is restarted.
/// What was stored and answered is judged by the model that judges the simulator.
/// </summary>
public sealed class StressRunTests(ITestOutputHelper output)
{
    private const int Clients = 12;
    private const int OrdersUsual = 12;
    private const int PoolsCount = 4;
    private const int PoolVcpu = 80;

    private static readonly string[] Settings = ["--Fulcrum:Holds:ProbeSeconds", "2"];
    private static readonly TimeSpan CollectEvery = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan SettleMax = TimeSpan.FromSeconds(120);

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Every_invariant_holds_for_real_grains_on_a_real_database(string provider)
    {
        int seed = Setting("FULCRUM_STRESS_SEED", 1);
        int orders = Setting("FULCRUM_STRESS_ORDERS", OrdersUsual);
        using TestDatabase database = await TestDatabase.CreateAsync(provider);
        History history = new();
        long failures = await UnderFireAsync(database, history, seed, orders) + await UnderFireAsync(database, history, seed + 1, orders);

        await using EmbeddedSilo quiet = await EmbeddedSilo.StartAsync(database, Settings);
        await SettleAsync(database);
        (string? violation, long events) = await history.JudgeAsync(quiet.Services.GetRequiredService<IEventFeed>(), TestContext.Current.CancellationToken);
        output.WriteLine($"Seed {seed}: {events} events, {history.Answers} answers, {failures} failures of the store. {string.Join(", ", history.Codes.OrderBy(static code => code.Key, StringComparer.Ordinal).Select(static code => $"{code.Key} {code.Value}"))}");
        violation.ShouldBeNull();
        failures.ShouldBeGreaterThan(0);
        history.Codes.ShouldContainKey("place: ok");
        history.Codes.ShouldContainKey("confirm: ok");
        (await database.VerifyAsync()).ShouldBeClean();
    }

    private static int Setting(string name, int usual) => int.TryParse(Environment.GetEnvironmentVariable(name), out int value) ? value : usual;

    /// <summary>A silo that lives as long as its clients; answers how often its store has failed.</summary>
    private static async Task<long> UnderFireAsync(TestDatabase database, History history, int seed, int orders)
    {
        await using EmbeddedSilo silo = await EmbeddedSilo.StartAsync(database, builder => builder.Host.ConfigureContainer<IServiceCollection>((_, services) => MakeFaulty(services, seed)), Settings);
        FaultyStore store = (FaultyStore)silo.Services.GetRequiredService<IEventStore>();
        (await silo.Gateway.ImportAsync(Calls.Context(), Market())).ShouldSucceed();
        store.IsOn = true;
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Task collecting = CollectAsync(silo, end.Token);
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => new StressClient(() => silo.Gateway, history, $"run{seed}-client{client}", (seed * Clients) + client).RunAsync(orders)));
        store.IsOn = false;
        await end.CancelAsync();
        await collecting;
        return store.Failures;
    }

    private static void MakeFaulty(IServiceCollection services, int seed)
    {
        ServiceDescriptor real = services.Last(static service => service.ServiceType == typeof(IEventStore));
        services.AddSingleton<IEventStore>(provider => new FaultyStore((IEventStore)real.ImplementationFactory!(provider), seed));
    }

    /// <summary>Takes activations from under their callers.</summary>
    private static async Task CollectAsync(EmbeddedSilo silo, CancellationToken cancellationToken)
    {
        using PeriodicTimer pause = new(CollectEvery);
        try
        {
            while (await pause.WaitForNextTickAsync(cancellationToken)) await silo.Services.GetRequiredService<IGrainFactory>().GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return;
        }
    }

    /// <summary>Waits until nobody has to look at any stream again.</summary>
    private static async Task SettleAsync(TestDatabase database)
    {
        using CancellationTokenSource timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(SettleMax);
        using PeriodicTimer pause = new(TimeSpan.FromMilliseconds(250));
        while ((await database.QueryAsync("SELECT stream FROM stream_head WHERE next_due IS NOT NULL LIMIT 1", static row => row.GetString(0))).Count > 0) await pause.WaitForNextTickAsync(timeout.Token);
    }

    /// <summary>A few pools that do not hold what is asked of them.</summary>
    private static FederationDocument Market()
    {
        FederationDocument one = SmallMarket.Of(PoolVcpu);
        return one with { ResourcePools = [.. Enumerable.Range(0, PoolsCount).Select(number => one.ResourcePools[0] with { Id = $"pool-{number}" })] };
    }
}
