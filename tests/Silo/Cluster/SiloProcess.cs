using System.Diagnostics;
using System.Globalization;
using System.Text;
using Fulcrum.Silo.Configuration;
using Fulcrum.Silo.Tests.Engine;

namespace Fulcrum.Silo.Tests.Cluster;

/// <summary>A silo as a process of its own, on PostgreSQL.</summary>
internal sealed class SiloProcess : IDisposable
{
    /// <summary>Tests that start silos as processes run one after the other.</summary>
    public const string Collection = "silos as processes";

    private static readonly TimeSpan ReadyTimeout = TimeSpan.FromSeconds(120);

    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private SiloProcess(Process process, Uri url)
    {
        _process = process;
        Http = new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromSeconds(60) };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public HttpClient Http { get; }

    /// <summary>Starts a silo and waits until it is ready.</summary>
    public static async Task<SiloProcess> StartAsync(TestDatabase database, params string[] more)
    {
        Uri url = new($"http://127.0.0.1:{FreePort.Or(0)}");
        string[] settings = ["serve", "--urls", url.ToString(), "--Fulcrum:Cluster:SiloPort", "0", "--Fulcrum:Cluster:GatewayPort", "0", .. database.Settings, .. more];
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "fulcrum-silo.dll"), .. settings]) { RedirectStandardOutput = true, RedirectStandardError = true };
        SiloProcess silo = new(Process.Start(start)!, url);
        await silo.WaitUntilReadyAsync();
        return silo;
    }

    /// <summary>Kills the process as kill -9 does.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Whether the process is there.</summary>
    public bool IsRunning => !_process.HasExited;

    /// <summary>Stops the process where it is, as a machine that hangs.</summary>
    public void Pause() => Signal("STOP");

    /// <summary>Lets it go on.</summary>
    public void Resume() => Signal("CONT");

    /// <summary>Asks the process to stop, as an operator does, and waits for its exit code.</summary>
    public async Task<int> StopAsync()
    {
        Signal("TERM");
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
        Http.Dispose();
    }

    private void Signal(string name)
    {
        using Process kill = Process.Start("kill", [$"-{name}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    private async Task WaitUntilReadyAsync()
    {
        using CancellationTokenSource timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(ReadyTimeout);
        using PeriodicTimer poll = new(TimeSpan.FromMilliseconds(100));
        while (!await IsReadyAsync(timeout.Token))
        {
            if (_process.HasExited) throw new InvalidOperationException($"The silo ended: {_output}");
            await poll.WaitForNextTickAsync(timeout.Token);
        }
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            using HttpResponseMessage response = await Http.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Keep(string? line)
    {
        lock (_output) _output.AppendLine(line);
    }
}
