using System.Globalization;
using Fulcrum.Solver;

namespace Fulcrum.Benchmarks.Solving;

/// <summary>Writes what was measured as one Markdown table.</summary>
/// <param name="output">Where to.</param>
internal sealed class SolveTable(TextWriter output)
{
    public void WriteHeader()
    {
        output.WriteLine("| pools | items | strategy | median ms | slowest ms | proved | median gap | time ÷ plain |");
        output.WriteLine("|--:|--:|---|--:|--:|--:|--:|--:|");
    }

    public void WriteRows(int pools, int items, IReadOnlyList<Measurement> measurements)
    {
        double plain = MedianMilliseconds(measurements, SolveStrategy.Plain);
        foreach (IGrouping<SolveStrategy, Measurement> group in measurements.GroupBy(static one => one.Strategy).OrderBy(static group => group.Key))
        {
            double median = MedianMilliseconds(measurements, group.Key);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {pools} | {items} | {group.Key.ToString().ToLowerInvariant()} | {median:F1} | {group.Max(static one => one.Milliseconds):F1} | {group.Count(static one => one.IsProved)}/{group.Count()} | {Statistics.Median(group.Select(static one => one.Gap)):P2} | {median / plain:F3} |"));
        }
    }

    private static double MedianMilliseconds(IEnumerable<Measurement> measurements, SolveStrategy strategy) =>
        Statistics.Median(measurements.Where(one => one.Strategy == strategy).Select(static one => one.Milliseconds));
}
