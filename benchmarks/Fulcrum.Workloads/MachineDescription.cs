using System.Globalization;
using System.Runtime.InteropServices;

namespace Fulcrum.Workloads;

/// <summary>What figures were measured on.</summary>
public static class MachineDescription
{
    private const string CpuFile = "/proc/cpuinfo";
    private const string LoadFile = "/proc/loadavg";
    private const string ModelPrefix = "model name";
    private const string Unknown = "unknown";
    private const double BytesPerGiB = 1 << 30;

    /// <summary>Processor, cores, memory, operating system and runtime in one line.</summary>
    public static string Line => string.Create(
        CultureInfo.InvariantCulture,
        $"{Processor()}, {Environment.ProcessorCount} cores, {MemoryGiB():F1} GiB; {RuntimeInformation.OSDescription}; {RuntimeInformation.FrameworkDescription}");

    /// <summary>Runnable tasks on average over 1, 5 and 15 minutes: on a quiet machine no more than the benchmark's own threads.</summary>
    public static string Load => File.Exists(LoadFile) ? string.Join(' ', File.ReadAllText(LoadFile).Split(' ')[..3]) : Unknown;

    private static string Processor() => File.Exists(CpuFile)
        ? File.ReadLines(CpuFile).FirstOrDefault(static line => line.StartsWith(ModelPrefix, StringComparison.Ordinal))?.Split(':')[1].Trim() ?? Unknown
        : Unknown;

    private static double MemoryGiB() => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / BytesPerGiB;
}
