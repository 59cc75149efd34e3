using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;

namespace Fulcrum.Benchmarks;

/// <summary>How often benchmarks run, and with which garbage collector.</summary>
/// <remarks>
/// Every job collects on the workstation, not concurrently: a server heap per core or a background collector would take the cores
/// that the solver's own workers are to be measured on, and the time of collections would fall beside the measurement instead of into it.
/// </remarks>
public static class Jobs
{
    private static readonly TimeSpan BuildTimeout = TimeSpan.FromMinutes(10);

    /// <summary>For operations of milliseconds to seconds whose time varies with the problem: each iteration is one pass over the same problems.</summary>
    public static IConfig Macro { get; } = ConfigOf(Job.Default
        .WithStrategy(RunStrategy.Monitoring).WithWarmupCount(1).WithIterationCount(3).WithInvocationCount(1).WithUnrollFactor(1));

    /// <summary>For operations of nanoseconds to milliseconds.</summary>
    public static IConfig Micro { get; } = ConfigOf(Job.Default.WithWarmupCount(3).WithIterationCount(5));

    private static ManualConfig ConfigOf(Job job) => ManualConfig.CreateEmpty()
        .AddJob(job.WithLaunchCount(1).WithGcServer(false).WithGcConcurrent(false))
        .WithBuildTimeout(BuildTimeout);
}
