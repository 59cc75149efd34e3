using System.Numerics;
using System.Runtime.InteropServices;

namespace Fulcrum.Solver.Exact;

/// <summary>An exact fraction; decimals convert to it without loss.</summary>
/// <param name="Numerator">Signed numerator.</param>
/// <param name="Denominator">Positive denominator.</param>
internal readonly record struct Ratio(BigInteger Numerator, BigInteger Denominator)
{
    /// <summary>The exact value of a decimal.</summary>
    public static Ratio Of(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        ReadOnlySpan<uint> words = MemoryMarshal.Cast<int, uint>(bits);
        BigInteger mantissa = ((BigInteger)words[2] << 64) | ((BigInteger)words[1] << 32) | words[0];
        return new Ratio(value < 0 ? -mantissa : mantissa, BigInteger.Pow(10, value.Scale));
    }

    /// <summary>An integer.</summary>
    public static Ratio Of(long value) => new(value, BigInteger.One);

    /// <summary>An integer of any size.</summary>
    public static Ratio Of(BigInteger value) => new(value, BigInteger.One);

    public static Ratio operator +(Ratio left, Ratio right) =>
        new((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    public static Ratio operator *(Ratio left, Ratio right) => new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    public static Ratio operator /(Ratio left, long right) => new(left.Numerator, left.Denominator * right);

    /// <summary>The same value with the smallest denominator.</summary>
    public Ratio Reduced()
    {
        BigInteger divisor = BigInteger.GreatestCommonDivisor(Numerator, Denominator);
        return new Ratio(Numerator / divisor, Denominator / divisor);
    }

    /// <summary>Nearest integer, halves away from zero.</summary>
    public BigInteger Round()
    {
        BigInteger magnitude = ((2 * BigInteger.Abs(Numerator)) + Denominator) / (2 * Denominator);
        return Numerator.Sign < 0 ? -magnitude : magnitude;
    }

    /// <summary>Largest integer not above.</summary>
    public BigInteger Floor() => FloorDivide(Numerator, Denominator);

    /// <summary>Smallest integer not below.</summary>
    public BigInteger Ceiling() => -FloorDivide(-Numerator, Denominator);

    /// <summary>⌊dividend ÷ divisor⌋ for a positive divisor.</summary>
    public static BigInteger FloorDivide(BigInteger dividend, BigInteger divisor)
    {
        BigInteger quotient = BigInteger.DivRem(dividend, divisor, out BigInteger remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }
}
