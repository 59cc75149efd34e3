using Fulcrum.Grains.Verification;
using Fulcrum.Silo.Tests.Engine;
using Fulcrum.Silo.Verification;

namespace Fulcrum.Silo.Tests.Verification;

/// <summary>Verifies databases of tests.</summary>
internal static class Verified
{
    private static readonly TimeSpan SettleMax = TimeSpan.FromSeconds(90);

    /// <summary>What the command finds.</summary>
    public static Task<VerificationReport> VerifyAsync(this TestDatabase database, TimeProvider? time = null) =>
        VerifyCommand.VerifyAsync([.. database.Settings], time ?? TimeProvider.System, TestContext.Current.CancellationToken);

    /// <summary>Verifies until nothing is in flight; fails at once when anything is violated.</summary>
    public static async Task<VerificationReport> SettledAsync(this TestDatabase database)
    {
        using CancellationTokenSource timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(SettleMax);
        using PeriodicTimer pause = new(TimeSpan.FromMilliseconds(500));
        while (true)
        {
            VerificationReport report = await database.VerifyAsync();
            report.ShouldBeClean();
            if (report.InFlight == 0) return report;
            await pause.WaitForNextTickAsync(timeout.Token);
        }
    }

    public static void ShouldBeClean(this VerificationReport report) => report.Violations.ShouldBe(0, VerificationText.Of(report));
}
