using System.Numerics;
using Fulcrum.Contracts.Documents;

namespace Fulcrum.Grains.Pools;

/// <summary>How much of a class can be sold.</summary>
internal static class Sellable
{
    private const int ScaleShift = 16;
    private const int ScaleMask = 0xFF;

    /// <summary>⌊(total − reserved) × allocationRatio⌋, exact, not below 0 and not above 64 bits.</summary>
    public static long Of(InventoryDocument inventory)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(inventory.AllocationRatio, bits);
        if (inventory.AllocationRatio <= 0 || inventory.Total <= inventory.Reserved) return 0;
        BigInteger mantissa = unchecked((uint)bits[0] + ((BigInteger)(uint)bits[1] << 32) + ((BigInteger)(uint)bits[2] << 64));
        BigInteger units = (BigInteger)inventory.Total - inventory.Reserved;
        BigInteger sellable = units * mantissa / BigInteger.Pow(10, (bits[3] >> ScaleShift) & ScaleMask);
        return (long)BigInteger.Min(sellable, long.MaxValue);
    }
}
