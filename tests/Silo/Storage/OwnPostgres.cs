using System.Diagnostics;
using Fulcrum.Silo.Tests.Http;
using Npgsql;

namespace Fulcrum.Silo.Tests.Storage;

/// <summary>A PostgreSQL server that belongs to one test, which may crash it.</summary>
internal sealed class OwnPostgres : IDisposable
{
    private const string Script = "eng/postgres.sh";

    private readonly string _folder;

    private OwnPostgres(string folder, string connectionString) => (_folder, ConnectionString) = (folder, connectionString);

    public string ConnectionString { get; }

    public int Port => new NpgsqlConnectionStringBuilder(ConnectionString).Port;

    public static async Task<OwnPostgres> StartAsync()
    {
        string folder = Directory.CreateTempSubdirectory("fulcrum-postgres-").FullName;
        return new OwnPostgres(folder, (await RunAsync("bash", Checkout.PathTo(Script), "start", folder)).Trim());
    }

    /// <summary>Ends the server as a crash does and starts it again.</summary>
    public Task RestartAsync() => RunAsync("bash", Checkout.PathTo(Script), "restart", _folder);

    /// <summary>Runs a program; answers what it prints.</summary>
    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}");
        return output;
    }

    public void Dispose()
    {
        using Process stop = Process.Start("bash", [Checkout.PathTo(Script), "stop", _folder]);
        stop.WaitForExit();
    }
}
