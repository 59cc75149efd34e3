using Fulcrum.Grains.Journaling;
using Microsoft.Extensions.Options;

namespace Fulcrum.Silo.Configuration;

/// <summary>What commands on a database have in common: Ctrl+C ends them, and what goes wrong is told in a line.</summary>
internal static class OperatorCommand
{
    private const int Failed = 1;
    private const int BadInput = 2;

    /// <summary>Runs a command; answers the exit code.</summary>
    /// <param name="work">The command, which answers its exit code.</param>
    /// <param name="notDone">Begins the line about what went wrong.</param>
    /// <param name="errors">Takes that line.</param>
    public static async Task<int> RunAsync(Func<CancellationToken, Task<int>> work, string notDone, TextWriter errors)
    {
        using CancellationTokenSource stop = new();
        void Stop(object? sender, ConsoleCancelEventArgs press) => (press.Cancel, _) = (true, stop.CancelAsync());
        Console.CancelKeyPress += Stop;
        try
        {
            return await work(stop.Token);
        }
        catch (Exception exception) when (exception is OptionsValidationException or InvalidOperationException or EventStoreUnavailableException or IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            await errors.WriteLineAsync($"{notDone}: {exception.Message}");
            return exception is OptionsValidationException or InvalidOperationException ? BadInput : Failed;
        }
        finally
        {
            Console.CancelKeyPress -= Stop;
        }
    }
}
