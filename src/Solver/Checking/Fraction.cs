using System.Numerics;

namespace Fulcrum.Solver.Checking;

/// <summary>An exact number: a quotient of integers of any size with a positive denominator.</summary>
internal readonly record struct Fraction
{
    private readonly BigInteger _numerator;
    private readonly BigInteger _denominator;

    private Fraction(BigInteger numerator, BigInteger denominator)
    {
        _numerator = numerator;
        _denominator = denominator;
    }

    public static Fraction Of(BigInteger value) => new(value, BigInteger.One);

    /// <summary>The decimal as written: its digits over a power of ten, never a rounded product.</summary>
    public static Fraction Of(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        BigInteger digits = (Unsigned(bits[2]) << 64) + (Unsigned(bits[1]) << 32) + Unsigned(bits[0]);
        return new(bits[3] < 0 ? -digits : digits, BigInteger.Pow(10, (bits[3] >> 16) & 0xFF));
    }

    public static Fraction operator +(Fraction left, Fraction right) =>
        new((left._numerator * right._denominator) + (right._numerator * left._denominator), left._denominator * right._denominator);

    public static Fraction operator *(Fraction left, Fraction right) =>
        new(left._numerator * right._numerator, left._denominator * right._denominator);

    public static Fraction operator *(Fraction left, BigInteger right) => new(left._numerator * right, left._denominator);

    /// <summary>The quotient by a positive integer.</summary>
    public static Fraction operator /(Fraction left, BigInteger right) => new(left._numerator, left._denominator * right);

    public static bool operator <(BigInteger left, Fraction right) => left * right._denominator < right._numerator;

    public static bool operator >(BigInteger left, Fraction right) => left * right._denominator > right._numerator;

    /// <summary>The nearest integer, halves away from zero.</summary>
    public BigInteger Round()
    {
        BigInteger magnitude = ((2 * BigInteger.Abs(_numerator)) + _denominator) / (2 * _denominator);
        return _numerator.Sign < 0 ? -magnitude : magnitude;
    }

    public BigInteger Floor()
    {
        BigInteger quotient = BigInteger.DivRem(_numerator, _denominator, out BigInteger remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }

    public BigInteger Ceiling()
    {
        BigInteger quotient = BigInteger.DivRem(_numerator, _denominator, out BigInteger remainder);
        return remainder.Sign > 0 ? quotient + 1 : quotient;
    }

    private static BigInteger Unsigned(int bits) => unchecked((uint)bits);
}
