using Fulcrum.Contracts.Documents;
using Fulcrum.LoadTest.Stores;
using Fulcrum.Workloads;

namespace Fulcrum.LoadTest;

/// <summary>What a run begins with.</summary>
internal static class LoadSetup
{
    /// <summary>Makes every pool so large that what is measured is placing, not running out.</summary>
    private const int AmpleCapacity = 100_000;

    /// <summary>An empty database.</summary>
    /// <exception cref="LoadException">There is no server.</exception>
    public static async Task<IStore> CreateStoreAsync(LoadOptions options) => options.Store == StoreKind.Sqlite ? new SqliteStore() : await PostgresStore.CreateAsync(options.Connection!);

    /// <summary>The federation; in a conflict storm its pools are small.</summary>
    public static FederationDocument Federation(LoadOptions options) => FederationGenerator.Generate(new FederationShape
    {
        Pools = options.Pools,
        Seed = options.Seed,
        CapacityFactor = options.Mode == LoadMode.Storm ? 1 : AmpleCapacity,
        HasFees = options.Orders != OrderFamily.Plain,
    });
}
