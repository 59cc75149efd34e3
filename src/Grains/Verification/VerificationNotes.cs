namespace Fulcrum.Grains.Verification;

/// <summary>Counts what is looked at and gathers violations.</summary>
internal sealed class VerificationNotes
{
    private readonly Dictionary<VerificationCheck, (long Checked, long Violations)> _rows = Enum.GetValues<VerificationCheck>().ToDictionary(static check => check, static _ => (0L, 0L));
    private readonly List<VerificationFinding> _findings = [];

    /// <summary>Claims in flight.</summary>
    public long InFlight { get; set; }

    /// <summary>Streams whose first events retention has deleted.</summary>
    public long FromSnapshots { get; set; }

    /// <summary>Counts things that were looked at.</summary>
    public void Count(VerificationCheck check, long things = 1) => _rows[check] = (_rows[check].Checked + things, _rows[check].Violations);

    /// <summary>Notes a violation.</summary>
    public void Violation(VerificationCheck check, string where, string what, string? remedy = null)
    {
        _rows[check] = (_rows[check].Checked, _rows[check].Violations + 1);
        if (_findings.Count < VerificationLimits.FindingsMax) _findings.Add(new VerificationFinding(check, where, what, remedy ?? Remedies.For(check)));
    }

    /// <summary>What was found.</summary>
    public VerificationReport ToReport(DateTimeOffset startedAt, DateTimeOffset endedAt) => new()
    {
        StartedAt = startedAt,
        EndedAt = endedAt,
        Checks = [.. _rows.Select(static row => new VerificationRow(row.Key, row.Value.Checked, row.Value.Violations))],
        InFlight = InFlight,
        FromSnapshots = FromSnapshots,
        Violations = _rows.Values.Sum(static row => row.Violations),
        Findings = [.. _findings.OrderBy(static finding => finding.Check)],
    };
}
