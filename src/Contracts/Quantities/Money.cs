using System.Globalization;

namespace Fulcrum.Contracts.Quantities;

/// <summary>Money in whole micro-EUR. Arithmetic is checked.</summary>
/// <param name="Micros">Micro-EUR.</param>
[GenerateSerializer, Immutable, Alias("money")]
public readonly record struct Money([property: Id(0)] long Micros) : IComparable<Money>
{
    private const decimal MicrosPerEuro = 1_000_000m;

    /// <summary>Nothing.</summary>
    public static Money Zero => default;

    /// <summary>The amount in EUR, exact.</summary>
    public decimal Euros => Micros / MicrosPerEuro;

    /// <summary>Rounds an amount in EUR to a micro-EUR, half away from zero.</summary>
    /// <exception cref="OverflowException">The amount is beyond 64 bits of micro-EUR.</exception>
    public static Money FromEuros(decimal euros) => new((long)decimal.Round(euros * MicrosPerEuro, 0, MidpointRounding.AwayFromZero));

    /// <inheritdoc/>
    public int CompareTo(Money other) => Micros.CompareTo(other.Micros);

    /// <summary>Sum.</summary>
    public static Money operator +(Money left, Money right) => new(checked(left.Micros + right.Micros));

    /// <summary>Difference.</summary>
    public static Money operator -(Money left, Money right) => new(checked(left.Micros - right.Micros));

    /// <summary>Whether the left is less.</summary>
    public static bool operator <(Money left, Money right) => left.Micros < right.Micros;

    /// <summary>Whether the left is more.</summary>
    public static bool operator >(Money left, Money right) => left.Micros > right.Micros;

    /// <summary>Whether the left is not more.</summary>
    public static bool operator <=(Money left, Money right) => left.Micros <= right.Micros;

    /// <summary>Whether the left is not less.</summary>
    public static bool operator >=(Money left, Money right) => left.Micros >= right.Micros;

    /// <inheritdoc/>
    public override string ToString() => Euros.ToString(CultureInfo.InvariantCulture) + " EUR";
}
