using Fulcrum.LoadTest.Servers;

namespace Fulcrum.LoadTest.Driving;

/// <summary>Reads at even intervals how much memory the server has.</summary>
internal sealed class MemoryWatch(IServer server, TimeProvider time)
{
    private const int Readings = 6;

    /// <summary>Reads until the time is over.</summary>
    public async Task<IReadOnlyList<double>> RunAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        List<double> readings = [Math.Round(server.Usage.MemoryMiB)];
        for (int i = 0; i < Readings; i++)
        {
            await Task.Delay(duration / Readings, time, cancellationToken);
            readings.Add(Math.Round(server.Usage.MemoryMiB));
        }

        return readings;
    }
}
