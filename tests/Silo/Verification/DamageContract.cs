using System.Text;
using Fulcrum.Grains.Verification;
using Fulcrum.Silo.Tests.Engine;
using Fulcrum.Silo.Verification;
using Microsoft.Extensions.Time.Testing;

namespace Fulcrum.Silo.Tests.Verification;

/// <summary>Whatever is damaged is found, and an undamaged database is clean.</summary>
public abstract class DamageContract(DamagedDatabase original, string provider)
{
    private const int CopiesAtOnce = 4;

    [Fact]
    public async Task An_undamaged_database_is_clean()
    {
        using TestDatabase copy = await original.CopyAsync();
        VerificationReport report = await copy.VerifyAsync();
        report.ShouldBeClean();
        foreach (VerificationRow row in report.Checks) row.Checked.ShouldBeGreaterThan(0, row.Check.ToString());
        report.InFlight.ShouldBe(0);
    }

    [Fact]
    public async Task Every_damage_is_found()
    {
        List<string> missed = [];
        foreach (Corruption[] some in Corruption.All.Where(corruption => provider == "postgres" || corruption.Sqlite is not null).Chunk(CopiesAtOnce))
        {
            string?[] found = await Task.WhenAll(some.Select(MissedAsync));
            missed.AddRange(found.OfType<string>());
        }

        missed.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"vcpu\":2", "\"vcpu\":3", "amounts.vcpu is 3, the events say 2")]
    [InlineData("\"generation\":", "\"genemation\":", "generation")]
    [InlineData("pool.1", "pool\u0000\u0000", null)]
    public async Task A_damaged_snapshot_is_found(string from, string to, string? found)
    {
        using TestDatabase copy = await original.CopyAsync();
        byte[] payload = (await copy.QueryAsync("SELECT payload FROM grain_state", static row => row.GetFieldValue<byte[]>(0))).Single();
        string hex = Convert.ToHexString(Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(payload).Replace(from, to, StringComparison.Ordinal)));
        await copy.ExecuteAsync($"UPDATE grain_state SET payload = {(copy.IsSqlite ? $"X'{hex}'" : $"'\\x{hex}'")}");
        VerificationReport report = await copy.VerifyAsync();
        if (found is null) report.ShouldBeClean();
        else report.Findings.ShouldContain(finding => finding.Check == VerificationCheck.Snapshots && finding.What.Contains(found, StringComparison.Ordinal), VerificationText.Of(report));
    }

    [Fact]
    public async Task Work_that_nobody_has_done_is_found()
    {
        using TestDatabase copy = await original.CopyAsync();
        FakeTimeProvider later = new(TimeProvider.System.GetUtcNow().AddHours(1));
        VerificationReport report = await copy.VerifyAsync(later);
        string[] where = [.. report.Findings.Select(static finding => finding.Where).Order(StringComparer.Ordinal)];
        where.Length.ShouldBe(3, VerificationText.Of(report));
        where[0].ShouldBe("order:development/held");
        where[1].ShouldStartWith("order:development/quo-");
        where[2].ShouldBe("pool:only-pool");
        report.Findings.ShouldAllBe(static finding => finding.Check == VerificationCheck.DueWork);
    }

    [Fact]
    public async Task The_command_prints_a_table_and_what_to_do_and_answers_3()
    {
        using TestDatabase copy = await original.CopyAsync();
        StringWriter output = new();
        (await VerifyCommand.RunAsync([.. copy.Settings], output, TextWriter.Null)).ShouldBe(0);
        output.ToString().ShouldContain("No violations.");
        await copy.ExecuteAsync("UPDATE stream_head SET state = 'confirmed' WHERE stream = 'order:development/held'");
        StringWriter damaged = new();
        (await VerifyCommand.RunAsync([.. copy.Settings], damaged, TextWriter.Null)).ShouldBe(VerifyCommand.Violations);
        damaged.ToString().ShouldContain("head rows, as the events say: order:development/held stream_head.state\n  It is 'confirmed', the events say 'held'.\n  The events are right.");
        StringWriter json = new();
        (await VerifyCommand.RunAsync([.. copy.Settings, "--json"], json, TextWriter.Null)).ShouldBe(VerifyCommand.Violations);
        json.ToString().ShouldContain("\"violations\": 1");
    }

    private async Task<string?> MissedAsync(Corruption corruption)
    {
        using TestDatabase copy = await original.CopyAsync();
        await corruption.ApplyAsync(copy);
        VerificationReport report = await copy.VerifyAsync();
        return report.Findings.Any(finding => finding.Check == corruption.Check && $"{finding.Where} {finding.What}".Contains(corruption.Found, StringComparison.Ordinal))
            ? null
            : $"{corruption.Name}: {string.Join(" | ", report.Findings.Take(3))}";
    }
}
