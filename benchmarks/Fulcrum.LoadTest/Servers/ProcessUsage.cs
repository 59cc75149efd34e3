using System.Diagnostics;

namespace Fulcrum.LoadTest.Servers;

/// <summary>Reads what a process has used.</summary>
internal static class ProcessUsage
{
    private const double BytesPerMiB = 1 << 20;

    public static ServerUsage Of(Process process)
    {
        process.Refresh();
        return new ServerUsage(process.TotalProcessorTime.TotalSeconds, process.WorkingSet64 / BytesPerMiB, process.PeakWorkingSet64 / BytesPerMiB);
    }
}
