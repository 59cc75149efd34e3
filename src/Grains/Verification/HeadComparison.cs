using Fulcrum.Grains.Journaling;

namespace Fulcrum.Grains.Verification;

/// <summary>Compares a head row with what the events of its stream say.</summary>
internal sealed class HeadComparison(VerificationNotes notes)
{
    /// <summary>Notes every column that says something else.</summary>
    /// <param name="stored">The row.</param>
    /// <param name="expected">What it should say; a summary that is absent is not compared.</param>
    public void Compare(VerifiedHead stored, HeadFields expected)
    {
        notes.Count(VerificationCheck.Heads);
        HeadFields fields = stored.Head.Fields;
        Text(stored, "kind", fields.Kind, expected.Kind);
        Text(stored, "tenant", fields.Tenant, expected.Tenant);
        Text(stored, "owner", fields.Owner, expected.Owner);
        Text(stored, "state", fields.State, expected.State);
        Text(stored, "bucket", $"{stored.Bucket}", $"{StreamBucket.Of(stored.Head.Stream)}");
        if (!Instants.AreEqual(fields.NextDue, expected.NextDue)) Text(stored, "next_due", $"{fields.NextDue:O}", $"{expected.NextDue:O}");
        if (expected.Summary is { } summary) Json(stored, "summary", fields.Summary, summary);
        if (expected.Figures is { } figures) Json(stored, "figures", fields.Figures, figures);
    }

    private void Text(VerifiedHead head, string column, string stored, string expected)
    {
        if (stored == expected) return;
        notes.Violation(VerificationCheck.Heads, $"{head.Head.Stream} stream_head.{column}", $"It is '{stored}', the events say '{expected}'.");
    }

    private void Json(VerifiedHead head, string column, ReadOnlyMemory<byte>? stored, ReadOnlyMemory<byte> expected)
    {
        string where = $"{head.Head.Stream} stream_head.{column}";
        if (stored is not { } text)
        {
            notes.Violation(VerificationCheck.Heads, where, "It is absent.");
            return;
        }

        try
        {
            if (JsonDifference.First(column, text, expected) is { } difference) notes.Violation(VerificationCheck.Heads, where, difference + ".");
        }
        catch (System.Text.Json.JsonException exception)
        {
            notes.Violation(VerificationCheck.Heads, where, $"It is no JSON: {exception.Message}");
        }
    }
}
