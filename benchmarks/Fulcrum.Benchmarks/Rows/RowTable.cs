using System.Globalization;

namespace Fulcrum.Benchmarks.Rows;

/// <summary>Writes what was measured as Markdown.</summary>
/// <param name="output">Where to.</param>
internal sealed class RowTable(TextWriter output)
{
    private const double EqualityTolerance = 1e-6;

    /// <summary>Header of the table of one contender.</summary>
    public void WriteHeader()
    {
        output.WriteLine("| work | pools × items | orders | limit ms | proof ms: median | p95 | p99 | proved | gap | ms to gap: median | p95 | p99 | within gap | no plan in time |");
        output.WriteLine("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
    }

    /// <summary>A row of it.</summary>
    public void Write(WorkRow row, IReadOnlyList<RowMeasurement> done)
    {
        double[] proof = [.. done.Select(static one => one.MillisecondsToProof)];
        double[] gap = [.. done.Select(one => one.Answer.MillisecondsToGap(row.Gap))];
        int withoutPlan = done.Count(static one => !one.Answer.IsProved && one.Objective is null);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {row.Name} | {row.Pools} × {row.Items} | {done.Count} | {row.Limit.TotalMilliseconds:0} | {Quantiles(proof)} | {Share(proof)} | {row.Gap:0 %} | {Quantiles(gap)} | {Share(gap)} | {withoutPlan} |"));
        output.Flush();
    }

    /// <summary>Header of the table against references.</summary>
    public void WriteReferenceHeader()
    {
        output.WriteLine("| work | reference | orders | proved by both, it, us | its median ms | ours | its time ÷ ours: median | least | equal optima |");
        output.WriteLine("|---|---|--:|--:|--:|--:|--:|--:|--:|");
    }

    /// <summary>A row of it. A solve that ended without proof counts with the time it ran, so that ratios to it are at least so much.</summary>
    public void WriteReference(WorkRow row, IReadOnlyList<RowMeasurement> reference, IReadOnlyList<RowMeasurement> own)
    {
        (RowMeasurement It, RowMeasurement Us)[] pairs = [.. reference.Zip(own)];
        if (pairs.Length == 0) return;
        (RowMeasurement It, RowMeasurement Us)[] both = [.. pairs.Where(static pair => pair.It.Answer.IsProved && pair.Us.Answer.IsProved)];
        double[] ratios = [.. pairs.Where(static pair => pair.Us.Answer.IsProved).Select(static pair => pair.It.Answer.Milliseconds / pair.Us.Answer.Milliseconds)];
        string mark = pairs.Any(static pair => !pair.It.Answer.IsProved) ? "≥ " : "";
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {row.Name} | {pairs[0].It.Contender} | {pairs.Length} | {both.Length}, {pairs.Count(static pair => pair.It.Answer.IsProved)}, {pairs.Count(static pair => pair.Us.Answer.IsProved)} | {mark}{Median(pairs.Select(static pair => pair.It))} | {Median(pairs.Select(static pair => pair.Us))} | {mark}{Statistics.Median(ratios):0.0} | {ratios.DefaultIfEmpty(double.NaN).Min():0.0} | {both.Count(IsEqual)}/{both.Length} |"));
        output.Flush();
    }

    private static string Median(IEnumerable<RowMeasurement> done) => Milliseconds(Statistics.Median(done.Select(static one => one.Answer.Milliseconds)));

    private static bool IsEqual((RowMeasurement It, RowMeasurement Us) pair) =>
        pair.It.Objective == pair.Us.Objective || Math.Abs((double)(pair.It.Objective! - pair.Us.Objective!)) <= EqualityTolerance * (double)pair.Us.Objective!;

    private static string Quantiles(double[] values) =>
        $"{Milliseconds(Statistics.Percentile(values, 50))} | {Milliseconds(Statistics.Percentile(values, 95))} | {Milliseconds(Statistics.Percentile(values, 99))}";

    private static string Share(double[] values) =>
        values.Length == 0 ? "–" : (values.Count(double.IsFinite) / (double)values.Length).ToString("0 %", CultureInfo.InvariantCulture);

    private static string Milliseconds(double value) => double.IsFinite(value) ? value.ToString("0.00", CultureInfo.InvariantCulture) : "–";
}
