namespace Fulcrum.Solver;

/// <summary>The amounts or the money of a problem exceed what can be computed exactly in 64 bits.</summary>
public sealed class ProblemTooLargeException(string message) : Exception(message);
