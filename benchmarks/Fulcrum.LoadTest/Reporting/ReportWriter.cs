using System.Globalization;
using System.Text.Json;
using Fulcrum.Contracts.Json;
using Fulcrum.Workloads;

namespace Fulcrum.LoadTest.Reporting;

/// <summary>Writes a report, for people or for programs.</summary>
internal sealed class ReportWriter(TextWriter output, bool json)
{
    private const int Decimals = 3;

    /// <summary>Writes what is about to be run, for people.</summary>
    public void WriteHeader(LoadOptions options, DateTimeOffset now)
    {
        if (json) return;
        string loop = options.Rate is { } rate ? string.Create(CultureInfo.InvariantCulture, $"open loop, {rate}/s") : "closed loop";
        Write($"{options.Mode}, {options.Store}, {options.Transport}, {options.Clients} clients, {options.Pools} pools, {options.Items} items, {loop}, {options.Seconds} s after {options.WarmUpSeconds} s, seed {options.Seed}");
        Write($"{now:yyyy-MM-dd}; {MachineDescription.Line}; load average before {MachineDescription.Load}");
    }

    /// <summary>Writes the report.</summary>
    public void Write(LoadReport report)
    {
        if (WriteJson(Rounded(report))) return;
        Write($"orders/s        {report.OrdersPerSecond:F1}");
        Write($"latency         p50 {report.P50Ms:F2} ms, p95 {report.P95Ms:F2} ms, p99 {report.P99Ms:F2} ms");
        Write($"operations      {report.Succeeded} succeeded, {report.Refused} refused, {report.Failed} failed, {report.NotStarted} not started");
        foreach ((string code, long count) in report.Codes) Write($"                {count} {code}");
        Write($"pools           {report.OversoldPools} oversold, {report.MissingClaimPools} without claims acknowledged");
        Write($"server          {report.ServerCpuSeconds:F1} s of processor time, {report.ServerPeakMemoryMiB:F0} MiB at most, over time {string.Join(' ', report.ServerMemoryMiB)}");
        if (report.Holds is { } holds) Write($"index           old by p50 {report.StalenessP50Ms:F1} ms, p99 {report.StalenessP99Ms:F1} ms; {holds} holds taken, {report.HoldsRefused} refused");
    }

    /// <summary>Writes the report of a start.</summary>
    public void Write(StartReport report)
    {
        if (WriteJson(Rounded(report))) return;
        Write($"import          {report.Pools} pools in {report.ImportSeconds:F1} s");
        Write($"allocations     {report.Allocations} in {report.AllocateSeconds:F1} s, {report.BytesPerAllocation:F0} bytes each, released in {report.ReleaseSeconds:F1} s");
        Write($"ready           after {report.ReadySeconds:F2} s, {report.ReadyMemoryMiB:F0} MiB");
        Write($"all pools read  after {report.LoadSeconds:F2} s more, {report.LoadedMemoryMiB:F0} MiB");
    }

    private bool WriteJson<T>(T report)
    {
        if (json) output.WriteLine(JsonSerializer.Serialize(report, FulcrumJson.Options));
        return json;
    }

    private static StartReport Rounded(StartReport report) => report with
    {
        ImportSeconds = Math.Round(report.ImportSeconds, Decimals),
        AllocateSeconds = Math.Round(report.AllocateSeconds, Decimals),
        BytesPerAllocation = Math.Round(report.BytesPerAllocation),
        ReadySeconds = Math.Round(report.ReadySeconds, Decimals),
        ReadyMemoryMiB = Math.Round(report.ReadyMemoryMiB),
        LoadSeconds = Math.Round(report.LoadSeconds, Decimals),
        LoadedMemoryMiB = Math.Round(report.LoadedMemoryMiB),
        ReleaseSeconds = Math.Round(report.ReleaseSeconds, Decimals),
    };

    private static LoadReport Rounded(LoadReport report) => report with
    {
        OrdersPerSecond = Math.Round(report.OrdersPerSecond, Decimals),
        P50Ms = Math.Round(report.P50Ms, Decimals),
        P95Ms = Math.Round(report.P95Ms, Decimals),
        P99Ms = Math.Round(report.P99Ms, Decimals),
        StalenessP50Ms = report.StalenessP50Ms is { } median ? Math.Round(median, Decimals) : null,
        StalenessP99Ms = report.StalenessP99Ms is { } high ? Math.Round(high, Decimals) : null,
        ServerCpuSeconds = Math.Round(report.ServerCpuSeconds, Decimals),
        ServerPeakMemoryMiB = Math.Round(report.ServerPeakMemoryMiB, Decimals),
    };

    private void Write(FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
