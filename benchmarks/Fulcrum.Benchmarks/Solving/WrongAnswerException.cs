namespace Fulcrum.Benchmarks.Solving;

/// <summary>An answer that cannot be true: its time is worth nothing.</summary>
/// <param name="message">What is wrong, with the seed that shows it.</param>
public sealed class WrongAnswerException(string message) : Exception(message);
