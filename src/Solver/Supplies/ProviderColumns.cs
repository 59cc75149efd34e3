using System.Numerics;
using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Supplies;

/// <summary>What members charge an order beside replicas.</summary>
internal sealed class ProviderColumns
{
    /// <summary>Binary places of <see cref="LeastPerMiB"/>.</summary>
    public const int ScaleBits = 20;

    private readonly EgressCharge?[] _egress;

    /// <summary>Reads every member.</summary>
    public ProviderColumns(IReadOnlyList<Provider> providers)
    {
        FeesMicros = [.. providers.Select(static provider => provider.FeePerOrderMicros)];
        _egress = [.. providers.Select(static provider => EgressCharge.Of(provider.Egress))];
        FreeMiB = [.. _egress.Select(static charge => charge?.FreeMiB ?? 0)];
        LeastPerMiB = [.. _egress.Select(static charge => charge is null ? 0 : Scaled(charge))];
        LargestFeeMicros = FeesMicros.DefaultIfEmpty(0).Max();
        LargestEgressMicrosPerMiB = _egress.Select(static charge => charge is null ? 0 : (Int128)charge.MicrosPerMiB.Ceiling()).DefaultIfEmpty(0).Max();
    }

    /// <summary>Fee of an order, micro-EUR per month, by provider.</summary>
    public long[] FeesMicros { get; }

    /// <summary>The largest of them.</summary>
    public long LargestFeeMicros { get; }

    /// <summary>What each provider charges for egress, by provider; null is free.</summary>
    public IReadOnlyList<EgressCharge?> Egress => _egress;

    /// <summary>No provider charges more for a MiB, micro-EUR rounded up.</summary>
    public Int128 LargestEgressMicrosPerMiB { get; }

    /// <summary>Volume that costs nothing, MiB per month, by provider.</summary>
    public long[] FreeMiB { get; }

    /// <summary>Price of a MiB beyond it by provider, in 2⁻²⁰ micro-EUR rounded down: to bound the charge from below with one multiplication.</summary>
    public long[] LeastPerMiB { get; }

    /// <summary>What a provider charges for a volume at least, micro-EUR per month. The charge itself has to fit in 64 bits.</summary>
    public long LeastEgressMicros(int provider, long mib)
    {
        long charged = mib - FreeMiB[provider];
        if (charged <= 0) return 0;
        ulong high = Math.BigMul((ulong)charged, (ulong)LeastPerMiB[provider], out ulong low);
        return (long)((high << (64 - ScaleBits)) | (low >> ScaleBits));
    }

    private static long Scaled(EgressCharge charge) =>
        (long)BigInteger.Min(long.MaxValue, (charge.MicrosPerMiB.Numerator << ScaleBits) / charge.MicrosPerMiB.Denominator);
}
