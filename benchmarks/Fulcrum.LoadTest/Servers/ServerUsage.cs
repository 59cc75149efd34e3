namespace Fulcrum.LoadTest.Servers;

/// <summary>What the server's process has used so far.</summary>
/// <param name="CpuSeconds">Processor time, user and system.</param>
/// <param name="MemoryMiB">Resident memory now.</param>
/// <param name="PeakMemoryMiB">Largest resident memory.</param>
internal readonly record struct ServerUsage(double CpuSeconds, double MemoryMiB, double PeakMemoryMiB);
