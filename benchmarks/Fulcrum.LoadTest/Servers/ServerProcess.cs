using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Fulcrum.LoadTest.Stores;
using Fulcrum.LoadTest.Transports;
using Fulcrum.Silo.Configuration;

namespace Fulcrum.LoadTest.Servers;

/// <summary>A silo in a process of its own.</summary>
internal sealed class ServerProcess : IServer
{
    private const string Assembly = "fulcrum-silo.dll";
    private const int LinesKept = 20;

    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan PollTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);

    private readonly Process _process;
    private readonly Uri _address;
    private readonly int _gatewayPort;
    private readonly ConcurrentQueue<string> _lastLines = new();

    private ServerProcess(Process process, Uri address, int gatewayPort) => (_process, _address, _gatewayPort) = (process, address, gatewayPort);

    public ServerUsage Usage => ProcessUsage.Of(_process);

    /// <summary>Starts the silo that was built with the driver, and waits until it is ready.</summary>
    /// <exception cref="LoadException">It ended, or was not ready in time.</exception>
    public static async Task<ServerProcess> StartAsync(IStore store, TimeProvider time, CancellationToken cancellationToken)
    {
        (int httpPort, int gatewayPort) = (FreePort.Or(0), FreePort.Or(0));
        ProcessStartInfo start = new("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, Assembly), "serve", .. SiloArguments.For(store, httpPort, gatewayPort)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        ServerProcess server = new(Process.Start(start)!, new Uri($"http://127.0.0.1:{httpPort}"), gatewayPort);
        server.ReadOutput();
        try
        {
            await server.WaitUntilReadyAsync(time, cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async Task<IDriverTransport> ConnectAsync(TransportKind kind) => kind == TransportKind.Http
        ? await ClientTransport.OverHttpAsync(_address)
        : await ClientTransport.OverGatewayAsync(new IPEndPoint(IPAddress.Loopback, _gatewayPort));

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task WaitUntilReadyAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        using HttpClient http = new() { BaseAddress = _address, Timeout = PollTimeout };
        long startedAt = time.GetTimestamp();
        while (!await IsReadyAsync(http, cancellationToken))
        {
            if (_process.HasExited) throw new LoadException($"The silo ended with {_process.ExitCode} before it was ready. Its last lines:\n{string.Join('\n', _lastLines)}");
            if (time.GetElapsedTime(startedAt) > StartTimeout) throw new LoadException($"The silo was not ready after {StartTimeout.TotalSeconds} s. Its last lines:\n{string.Join('\n', _lastLines)}");
            await Task.Delay(PollInterval, time, cancellationToken);
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient http, CancellationToken cancellationToken)
    {
        try
        {
            using HttpResponseMessage response = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException || (exception is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }

    private void ReadOutput()
    {
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        _lastLines.Enqueue(line);
        if (_lastLines.Count > LinesKept) _lastLines.TryDequeue(out _);
    }
}
