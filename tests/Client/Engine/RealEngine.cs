using Fulcrum.Client.Tests.Engine;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Reading;
using Fulcrum.Silo.Configuration;
using Fulcrum.Silo.Hosting;
using Fulcrum.Silo.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

[assembly: AssemblyFixture(typeof(RealEngine))]

namespace Fulcrum.Client.Tests.Engine;

/// <summary>A silo with the samples on a SQLite file, and a client over each transport.</summary>
public sealed class RealEngine : IAsyncLifetime
{
    private static readonly TimeSpan ReadyTimeout = TimeSpan.FromMinutes(2);

    private readonly string _folder = Directory.CreateTempSubdirectory("fulcrum-client-").FullName;
    private WebApplication _silo = null!;
    private IHost _gatewayHost = null!;
    private ServiceProvider _httpServices = null!;

    public static string SamplesFolder { get; } = Path.Combine(Root(), "samples");

    public static FederationDocument Federation { get; } = Read("federation-eu.json", DocumentReader.ReadFederation);

    public string Url => _silo.Urls.First();

    public IPlacementClient Embedded => _silo.Services.GetRequiredService<IPlacementClient>();

    public IPlacementClient Gateway => _gatewayHost.Services.GetRequiredService<IPlacementClient>();

    public IPlacementClient Http => _httpServices.GetRequiredService<IPlacementClient>();

    /// <summary>A sample order under no id, so that each test has its own.</summary>
    public static OrderDocument Order(string sample) => Read(Path.Combine("orders", sample + ".json"), DocumentReader.ReadOrder) with { Id = null };

    public async ValueTask InitializeAsync()
    {
        int gatewayPort = FreePort.Or(0);
        await StartSiloAsync(gatewayPort);
        HostApplicationBuilder gateway = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        gateway.Services.AddFulcrumClient(options => options.Gateways.Add($"127.0.0.1:{gatewayPort}"));
        _gatewayHost = gateway.Build();
        await _gatewayHost.StartAsync(TestContext.Current.CancellationToken);
        ServiceCollection http = new();
        http.AddFulcrumHttpClient(options => options.BaseAddress = new Uri(Url));
        _httpServices = http.BuildServiceProvider();
        await Http.ImportAsync(Federation, cancellationToken: TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _httpServices.DisposeAsync();
        await _gatewayHost.StopAsync(CancellationToken.None);
        _gatewayHost.Dispose();
        await _silo.StopAsync(CancellationToken.None);
        await _silo.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartSiloAsync(int gatewayPort)
    {
        string[] args =
        [
            "--urls", "http://127.0.0.1:0", "--Fulcrum:Cluster:SiloPort", "0", "--Fulcrum:Cluster:GatewayPort", $"{gatewayPort}",
            "--Fulcrum:Storage:ConnectionString", $"Data Source={Path.Combine(_folder, "fulcrum.db")}",
        ];
        _silo = await SiloHost.BuildAsync(args, static builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddFulcrumEmbeddedClient();
            builder.Services.AddSingleton<IIncomingGrainCallFilter, BrokenStore>();
        });
        await _silo.StartAsync(TestContext.Current.CancellationToken);
        IReadiness readiness = _silo.Services.GetRequiredService<IReadiness>();
        using CancellationTokenSource timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(ReadyTimeout);
        using PeriodicTimer poll = new(TimeSpan.FromMilliseconds(50));
        while (await readiness.ReasonNotReadyAsync(timeout.Token) is not null) await poll.WaitForNextTickAsync(timeout.Token);
    }

    private static T Read<T>(string file, Func<ReadOnlyMemory<byte>, ReadResult<T>> read)
        where T : notnull
    {
        ReadResult<T> result = read(File.ReadAllBytes(Path.Combine(SamplesFolder, file)));
        return result.TryGet(out T? document) ? document : throw new InvalidDataException(string.Join("; ", result.Faults));
    }

    private static string Root()
    {
        string? current = AppContext.BaseDirectory;
        while (current is not null && !File.Exists(Path.Combine(current, "Fulcrum.slnx"))) current = Path.GetDirectoryName(current);
        return current ?? throw new DirectoryNotFoundException("No Fulcrum.slnx above the tests.");
    }
}
