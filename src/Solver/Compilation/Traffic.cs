using Fulcrum.Solver.Exact;

namespace Fulcrum.Solver.Compilation;

/// <summary>Traffic in whole MiB.</summary>
internal static class Traffic
{
    private const int MiBPerGiB = 1024;

    /// <summary>What one replica sends: its part of the item's traffic, rounded up.</summary>
    public static long MiBPerReplica(decimal gibMonthly, int quantity) =>
        Money.ToInt64((Ratio.Of(gibMonthly) * Ratio.Of(MiBPerGiB) / quantity).Ceiling(), "Traffic in MiB");
}
