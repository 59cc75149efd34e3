using Fulcrum.Contracts.Documents;
using Fulcrum.LoadTest.Reporting;
using Fulcrum.LoadTest.Scenarios;
using Fulcrum.LoadTest.Servers;
using Fulcrum.LoadTest.Stores;
using Fulcrum.LoadTest.Transports;

namespace Fulcrum.LoadTest;

/// <summary><see cref="LoadMode.Start"/>: fills a database, starts a silo on it, loads every pool, and releases what was allocated.</summary>
internal sealed class StartRun(LoadOptions options, TimeProvider time)
{
    private const int ReadersMax = 64;

    /// <summary>Runs it.</summary>
    /// <exception cref="LoadException">It could not be run.</exception>
    public async Task<StartReport> RunAsync(CancellationToken cancellationToken)
    {
        await using IStore store = await LoadSetup.CreateStoreAsync(options);
        FederationDocument federation = LoadSetup.Federation(options);
        string[] poolIds = [.. federation.ResourcePools.Select(static pool => pool.Id)];
        Allocations allocations;
        (double import, double allocate, double bytes) filled;
        await using (EmbeddedServer first = await EmbeddedServer.StartAsync(store, cancellationToken))
        {
            GrainTransport transport = first.Connect();
            allocations = new Allocations(transport);
            double import = await TimedAsync(() => transport.ImportAsync(federation));
            long before = GC.GetTotalMemory(forceFullCollection: true);
            double allocate = await TimedAsync(() => allocations.MakeAsync(poolIds, options.Allocations, cancellationToken));
            long after = GC.GetTotalMemory(forceFullCollection: true);
            filled = (import, allocate, options.Allocations == 0 ? 0 : (double)(after - before) / options.Allocations);
        }

        (double ready, double load, ServerUsage atReady, ServerUsage loaded) started = await StartAsync(store, poolIds, cancellationToken);
        return new StartReport
        {
            Pools = options.Pools,
            Allocations = options.Allocations,
            ImportSeconds = filled.import,
            AllocateSeconds = filled.allocate,
            BytesPerAllocation = filled.bytes,
            ReadySeconds = started.ready,
            ReadyMemoryMiB = started.atReady.MemoryMiB,
            LoadSeconds = started.load,
            LoadedMemoryMiB = started.loaded.MemoryMiB,
            ReleaseSeconds = options.Allocations == 0 ? 0 : await ReleaseAsync(store, allocations, cancellationToken),
        };
    }

    private async Task<(double Ready, double Load, ServerUsage AtReady, ServerUsage Loaded)> StartAsync(IStore store, string[] poolIds, CancellationToken cancellationToken)
    {
        long startedAt = time.GetTimestamp();
        await using ServerProcess server = await ServerProcess.StartAsync(store, time, cancellationToken);
        double ready = time.GetElapsedTime(startedAt).TotalSeconds;
        ServerUsage atReady = server.Usage;
        await using IDriverTransport transport = await server.ConnectAsync(TransportKind.Gateway);
        ParallelOptions readers = new() { MaxDegreeOfParallelism = ReadersMax, CancellationToken = cancellationToken };
        double load = await TimedAsync(() => Parallel.ForEachAsync(poolIds, readers, async (poolId, _) => await transport.ReadPoolAsync(poolId)));
        return (ready, load, atReady, server.Usage);
    }

    private async Task<double> ReleaseAsync(IStore store, Allocations allocations, CancellationToken cancellationToken)
    {
        await using EmbeddedServer last = await EmbeddedServer.StartAsync(store, cancellationToken);
        return await TimedAsync(() => allocations.ReleaseAsync(last.Connect(), cancellationToken));
    }

    private async Task<double> TimedAsync(Func<Task> work)
    {
        long startedAt = time.GetTimestamp();
        await work();
        return time.GetElapsedTime(startedAt).TotalSeconds;
    }
}
