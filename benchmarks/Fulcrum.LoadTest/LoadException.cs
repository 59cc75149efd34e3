namespace Fulcrum.LoadTest;

/// <summary>A run that could not be made.</summary>
/// <param name="message">Why, and what to do.</param>
internal sealed class LoadException(string message) : Exception(message);
