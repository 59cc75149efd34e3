using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Planning;

/// <summary>Exact conversions between the decimals of documents and the integers of problems.</summary>
internal static class Units
{
    private const decimal Millionths = 1_000_000m;
    private const decimal Thousandths = 1_000m;
    private const decimal MicrosPerMillisecond = 1_000m;

    /// <summary>A share, of at most 6 decimals, in parts per million.</summary>
    public static int ToMillionths(decimal share) => ToWhole(share * Millionths);

    /// <summary>A share in parts per million, or nothing.</summary>
    public static int? ToMillionths(decimal? share) => share is { } value ? ToMillionths(value) : null;

    /// <summary>A weight, of at most 3 decimals, in thousandths.</summary>
    public static int ToThousandths(decimal weight) => ToWhole(weight * Thousandths);

    /// <summary>Money in micro-EUR, rounded half away from zero.</summary>
    public static long ToMicros(decimal euros) => Money.FromEuros(euros).Micros;

    /// <summary>Money in EUR.</summary>
    public static decimal ToEuros(long micros) => new Money(micros).Euros;

    /// <summary>A latency in microseconds, rounded half away from zero.</summary>
    public static long ToMicroseconds(decimal milliseconds) =>
        (long)decimal.Round(milliseconds * MicrosPerMillisecond, 0, MidpointRounding.AwayFromZero);

    private static int ToWhole(decimal value) => decimal.Truncate(value) == value
        ? (int)value
        : throw new ArgumentException($"{value} must be whole. Maybe the document was not read with DocumentReader.", nameof(value));
}
