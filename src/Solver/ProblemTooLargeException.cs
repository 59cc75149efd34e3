namespace Fulcrum.Solver;

/// <summary>The amounts or the money of a problem exceed what can be computed exactly in 64 bits.</summary>
public sealed class ProblemTooLargeException(string message) : Exception(message)
{
    /// <summary>No plan's money fits.</summary>
    internal static ProblemTooLargeException OfMoney() =>
        new("The money of every plan exceeds 64 bits. Maybe a price, a value, a weight or a quantity is out of proportion.");
}
