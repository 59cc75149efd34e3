using Fulcrum.Contracts.Documents;
using Fulcrum.LoadTest.Driving;
using Fulcrum.LoadTest.Reporting;
using Fulcrum.LoadTest.Scenarios;
using Fulcrum.LoadTest.Servers;
using Fulcrum.LoadTest.Stores;
using Fulcrum.LoadTest.Transports;

namespace Fulcrum.LoadTest;

/// <summary>One run: an empty database, a silo, a federation, clients, and the check at the end.</summary>
internal sealed class LoadRun(LoadOptions options, TimeProvider time)
{
    /// <summary>Runs it.</summary>
    /// <exception cref="LoadException">It could not be run.</exception>
    public async Task<LoadReport> RunAsync(CancellationToken cancellationToken)
    {
        await using IStore store = await LoadSetup.CreateStoreAsync(options);
        await using IServer server = await StartServerAsync(store, cancellationToken);
        await using IDriverTransport transport = await server.ConnectAsync(options.Transport);
        FederationDocument federation = LoadSetup.Federation(options);
        await transport.ImportAsync(federation);

        IReadOnlyList<string> poolIds = [.. federation.ResourcePools.Select(static pool => pool.Id)];
        if (options.Allocations > 0) await new Allocations((GrainTransport)transport).MakeAsync(poolIds, options.Allocations, cancellationToken);

        PromiseBook book = new();
        OrderDesk desk = new(transport, new OrderSource(options, federation), book);
        LoadPhase phase = new(await CreateScenarioAsync(desk, poolIds[0]), options.Clients, time);
        if (options.WarmUpSeconds > 0) await phase.RunAsync(Pace(options.WarmUpSeconds), cancellationToken);

        using IndexWatch? index = server is EmbeddedServer embedded ? new IndexWatch(embedded.Services, time) : null;
        using CancellationTokenSource over = new();
        Task watching = index?.RunAsync(poolIds, over.Token) ?? Task.CompletedTask;
        Task<IReadOnlyList<double>> memory = new MemoryWatch(server, time).RunAsync(TimeSpan.FromSeconds(options.Seconds), cancellationToken);
        ServerUsage before = server.Usage;
        long startedAt = time.GetTimestamp();
        IPace pace = Pace(options.Seconds);
        Tally tally = await phase.RunAsync(pace, cancellationToken);
        TimeSpan elapsed = time.GetElapsedTime(startedAt);
        ServerUsage after = server.Usage;
        await over.CancelAsync();
        await watching;
        OversellReport oversell = await new OversellCheck(transport, book).RunAsync(poolIds, cancellationToken);
        return Report(tally, elapsed, before, after, oversell, pace.NotStarted) with
        {
            ServerMemoryMiB = await memory,
            StalenessP50Ms = index?.StalenessMs(50),
            StalenessP99Ms = index?.StalenessMs(99),
            Holds = index?.Holds,
            HoldsRefused = index?.Refusals,
        };
    }

    private async Task<IServer> StartServerAsync(IStore store, CancellationToken cancellationToken) => options.Transport == TransportKind.InProcess
        ? await EmbeddedServer.StartAsync(store, cancellationToken)
        : await ServerProcess.StartAsync(store, time, cancellationToken);

    private async Task<IScenario> CreateScenarioAsync(OrderDesk desk, string hotPool) => options.Mode switch
    {
        LoadMode.HotPool when desk.Transport is GrainTransport grains => new HoldScenario(await grains.LedgerOfAsync(hotPool), desk),
        LoadMode.HoldConfirm => new HoldConfirmScenario(desk),
        LoadMode.Storm => new StormScenario(desk, options.Clients),
        LoadMode.Mixed => new MixedScenario(desk, options.Clients, options.Seed),
        _ => new PlaceScenario(desk),
    };

    private IPace Pace(int seconds)
    {
        TimeSpan duration = TimeSpan.FromSeconds(seconds);
        return options.Rate is { } rate ? new OpenLoop(time, duration, rate) : new ClosedLoop(time, duration);
    }

    private static LoadReport Report(Tally tally, TimeSpan elapsed, ServerUsage before, ServerUsage after, OversellReport oversell, long notStarted) => new()
    {
        OrdersPerSecond = tally.Orders / elapsed.TotalSeconds,
        P50Ms = tally.PercentileMs(50),
        P95Ms = tally.PercentileMs(95),
        P99Ms = tally.PercentileMs(99),
        Succeeded = tally.Succeeded,
        Refused = tally.Refused,
        Failed = tally.Failed,
        OversoldPools = oversell.OversoldPools,
        ServerCpuSeconds = after.CpuSeconds - before.CpuSeconds,
        ServerPeakMemoryMiB = after.PeakMemoryMiB,
        ServerMemoryMiB = [],
        MissingClaimPools = oversell.MissingClaimPools,
        NotStarted = notStarted,
        Codes = tally.Codes,
    };
}
