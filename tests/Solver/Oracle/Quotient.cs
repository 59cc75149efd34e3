using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics;

namespace Fulcrum.Solver.Tests.Oracle;

/// <summary>A fraction of integers, read from the digits of a decimal.</summary>
internal readonly record struct Quotient(BigInteger Above, BigInteger Below)
{
    private static readonly ConcurrentDictionary<decimal, Quotient> Known = new();

    public static Quotient Read(decimal value) => Known.GetOrAdd(value, Parse);

    public Quotient Times(BigInteger factor) => new(Above * factor, Below);

    public Quotient Over(BigInteger divisor) => new(Above, Below * divisor);

    public Quotient Plus(Quotient other) => new((Above * other.Below) + (other.Above * Below), Below * other.Below);

    /// <summary>Nearest integer of a number that is not negative, halves up.</summary>
    public long Rounded() => (long)(((Above * 2) + Below) / (Below * 2));

    public long RoundedDown() => (long)(Above / Below);

    public long RoundedUp() => (long)((Above + Below - 1) / Below);

    private static Quotient Parse(decimal value)
    {
        string digits = value.ToString(CultureInfo.InvariantCulture);
        int point = digits.IndexOf('.', StringComparison.Ordinal);
        int decimals = point < 0 ? 0 : digits.Length - point - 1;
        return new(BigInteger.Parse(digits.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture), BigInteger.Pow(10, decimals));
    }
}
