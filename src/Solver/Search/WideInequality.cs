using System.Numerics;
using Fulcrum.Solver.Exact;

namespace Fulcrum.Solver.Search;

/// <summary>A linear inequality whose coefficients exceed 64 bits, written out digit by digit.</summary>
/// <remarks>
/// With coefficients c = Σ dⱼ βʲ (lower digits not negative, the highest signed), Σ c·x ≥ b holds exactly when carries exist such that
/// β·carryⱼ₊₁ ≤ Σ dⱼ·x + carryⱼ for every digit but the highest, and the highest digit's sum with its carry is not negative.
/// </remarks>
internal static class WideInequality
{
    private const int DigitSumBits = 60;

    /// <summary>Adds sum ≥ bound.</summary>
    /// <exception cref="ProblemTooLargeException">The variables alone leave no room for a digit.</exception>
    public static void Add(CpBuilder builder, LinearSum sum, BigInteger bound)
    {
        (CpVariable Variable, BigInteger Coefficient)[] terms = [.. sum.Terms];
        BigInteger constant = -bound;
        int digitBits = DigitBits(terms);
        LinearSum carry = new();
        while (terms.Any(term => !IsSmall(term.Coefficient, digitBits)) || !IsSmall(constant, digitBits))
        {
            carry = AddDigit(builder, terms, ref constant, carry, digitBits);
        }

        foreach ((CpVariable variable, BigInteger rest) in terms) carry.Add(variable, rest);
        builder.AddAtLeast(carry, -constant);
    }

    private static LinearSum AddDigit(CpBuilder builder, (CpVariable Variable, BigInteger Coefficient)[] terms, ref BigInteger constant, LinearSum carry, int digitBits)
    {
        LinearSum digits = new LinearSum().Add(carry, 1);
        for (int index = 0; index < terms.Length; index++)
        {
            digits.Add(terms[index].Variable, TakeDigit(ref terms[index].Coefficient, digitBits));
        }

        BigInteger digit = TakeDigit(ref constant, digitBits);
        BigInteger largestCarry = (digits.Max + digit) >> digitBits;
        CpVariable next = builder.NewVariable((long)largestCarry);
        builder.AddAtLeast(digits.Add(next, -(BigInteger.One << digitBits)), -digit);
        return new LinearSum().Add(next, 1);
    }

    private static BigInteger TakeDigit(ref BigInteger rest, int digitBits)
    {
        BigInteger high = Ratio.FloorDivide(rest, BigInteger.One << digitBits);
        BigInteger digit = rest - (high << digitBits);
        rest = high;
        return digit;
    }

    private static bool IsSmall(BigInteger value, int digitBits) => BigInteger.Abs(value) >> digitBits == 0;

    private static int DigitBits((CpVariable Variable, BigInteger Coefficient)[] terms)
    {
        BigInteger reach = terms.Aggregate(BigInteger.One, (total, term) => total + term.Variable.Max);
        long bits = DigitSumBits - 2 - reach.GetBitLength();
        return bits >= 1
            ? (int)bits
            : throw new ProblemTooLargeException($"A constraint over quantities up to {reach} needs more than 64 bits. Maybe traffic or capacity is out of proportion.");
    }
}
