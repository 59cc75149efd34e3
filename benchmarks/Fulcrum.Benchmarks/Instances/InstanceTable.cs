using System.Globalization;

namespace Fulcrum.Benchmarks.Instances;

/// <summary>Writes what was found for the instances of a public set as a Markdown table.</summary>
/// <param name="output">Where to.</param>
internal sealed class InstanceTable(TextWriter output)
{
    /// <summary>The header.</summary>
    public void WriteHeader()
    {
        output.WriteLine("| instance | objective | bound | status | ms | published | difference |");
        output.WriteLine("|---|--:|--:|---|--:|--:|--:|");
    }

    /// <summary>One row; gives the result back.</summary>
    public InstanceResult Write(InstanceResult result)
    {
        string mark = result.Instance.IsProved ? "" : " (best known)";
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {result.Instance.Name} | {Money(result.Objective)} | {Money(result.Bound)} | {result.Answer.Status.ToString().ToLowerInvariant()} | {result.Answer.Milliseconds:F1} | {result.Instance.Published:0.###}{mark} | {Difference(result)} |"));
        output.Flush();
        return result;
    }

    /// <summary>How many instances reach what is published.</summary>
    public void WriteSummary(IReadOnlyCollection<InstanceResult> results)
    {
        output.WriteLine();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{results.Count(static result => result.IsReached)} of {results.Count} reach the published value, {results.Count(static result => result.IsProved)} with proof; slowest {results.Max(static result => result.Answer.Milliseconds):F0} ms, median {Statistics.Median(results.Select(static result => result.Answer.Milliseconds)):F1} ms; {results.Count(static result => result.IsContradiction)} contradict it"));
        output.WriteLine();
    }

    private static string Money(decimal? euros) => euros is { } amount ? amount.ToString("0.###", CultureInfo.InvariantCulture) : "–";

    private static string Difference(InstanceResult result) =>
        result.Difference is { } difference ? difference.ToString("0.0000 %;−0.0000 %;0", CultureInfo.InvariantCulture) : "–";
}
