namespace Fulcrum.Contracts.Reading;

/// <summary>Reads JSON numbers into <see cref="decimal"/> exactly, or not at all.</summary>
internal static class ExactDecimal
{
    /// <summary>Most significant digits, and most decimals.</summary>
    public const int DigitsMax = 28;

    private const int ExponentMax = 100_000;

    /// <summary>Reads a number in JSON's grammar. The value has no trailing zeros.</summary>
    public static bool TryParse(ReadOnlySpan<byte> number, out decimal value)
    {
        bool negative = number[0] == '-';
        ReadOnlySpan<byte> unsigned = negative ? number[1..] : number;
        int exponentAt = unsigned.IndexOfAny("eE"u8);
        ReadOnlySpan<byte> mantissa = exponentAt < 0 ? unsigned : unsigned[..exponentAt];
        int exponent = exponentAt < 0 ? 0 : Exponent(unsigned[(exponentAt + 1)..]);
        return TryRead(mantissa, exponent, negative, out value);
    }

    private static bool TryRead(ReadOnlySpan<byte> mantissa, int exponent, bool negative, out decimal value)
    {
        value = 0;
        int point = mantissa.IndexOf((byte)'.');
        int decimals = point < 0 ? 0 : mantissa.Length - point - 1;
        if (!TryDigits(mantissa, out decimal digits, out int count, out int zeros)) return false;
        if (digits == 0) return true;
        int scale = decimals - exponent - zeros;
        if (scale > DigitsMax || count - scale > DigitsMax) return false;
        decimal magnitude = scale > 0 ? Scaled(digits, scale) : digits * PowerOfTen(-scale);
        value = negative ? -magnitude : magnitude;
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<byte> mantissa, out decimal digits, out int count, out int zeros)
    {
        (digits, count, zeros) = (0, 0, 0);
        foreach (byte character in mantissa)
        {
            if (character == '.') continue;
            if (character == '0')
            {
                if (count > 0) zeros++;
                continue;
            }

            if (count + zeros + 1 > DigitsMax) return false;
            digits = (digits * PowerOfTen(zeros + 1)) + (character - '0');
            (count, zeros) = (count + zeros + 1, 0);
        }

        return true;
    }

    private static int Exponent(ReadOnlySpan<byte> text)
    {
        int sign = text[0] == '-' ? -1 : 1;
        int exponent = 0;
        foreach (byte character in text)
        {
            if (character is (byte)'+' or (byte)'-') continue;
            exponent = Math.Min(ExponentMax, (exponent * 10) + (character - '0'));
        }

        return sign * exponent;
    }

    private static decimal Scaled(decimal digits, int scale)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(digits, bits);
        return new decimal(bits[0], bits[1], bits[2], false, (byte)scale);
    }

    private static decimal PowerOfTen(int exponent)
    {
        decimal power = 1;
        for (int i = 0; i < exponent; i++) power *= 10;
        return power;
    }
}
