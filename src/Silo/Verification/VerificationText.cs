using System.Text;
using Fulcrum.Grains.Verification;
using Fulcrum.Silo.Demo;

namespace Fulcrum.Silo.Verification;

/// <summary>A report for people.</summary>
internal static class VerificationText
{
    /// <summary>A table of what was verified, then every violation with where and what to do.</summary>
    public static string Of(VerificationReport report)
    {
        StringBuilder text = new();
        text.AppendLine($"Verified from the events at {report.StartedAt:u}, in {(report.EndedAt - report.StartedAt).TotalSeconds:0.0} s.");
        TextTable table = new("Verified", ">Number", ">Violations");
        foreach (VerificationRow row in report.Checks) table.Add(Name(row.Check), $"{row.Checked:N0}", $"{row.Violations:N0}");
        text.Append(table);
        if (report.InFlight > 0) text.AppendLine($"{report.InFlight:N0} claims are in flight: an order or a pool has yet to hear of them.");
        if (report.FromSnapshots > 0) text.AppendLine($"{report.FromSnapshots:N0} streams were replayed from their snapshots: retention has deleted the events before.");
        foreach (VerificationFinding finding in report.Findings)
        {
            text.AppendLine().AppendLine($"{Name(finding.Check)}: {finding.Where}").AppendLine($"  {finding.What}").AppendLine($"  {finding.Remedy}");
        }

        if (report.Violations > report.Findings.Length) text.AppendLine().AppendLine($"{report.Violations - report.Findings.Length:N0} more violations are not shown.");
        return text.AppendLine().AppendLine(report.Violations == 0 ? "No violations." : $"{report.Violations:N0} violations.").ToString();
    }

    private static string Name(VerificationCheck check) => check switch
    {
        VerificationCheck.Events => "events, none missing, all readable",
        VerificationCheck.Heads => "head rows, as the events say",
        VerificationCheck.Snapshots => "snapshots, as the events say",
        VerificationCheck.Ledgers => "pool ledgers, nothing oversold",
        VerificationCheck.Orders => "orders, every change allowed",
        VerificationCheck.Claims => "claims, pool and order agree",
        VerificationCheck.DueWork => "streams, nothing left past its time",
        VerificationCheck.Providers => "pools, told by their providers",
        VerificationCheck.Keys => "idempotency keys, used once",
        VerificationCheck.Feed => "events, in their place in the feed",
        _ => throw new ArgumentOutOfRangeException(nameof(check), check, null),
    };
}
