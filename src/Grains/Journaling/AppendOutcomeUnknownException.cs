namespace Fulcrum.Grains.Journaling;

/// <summary>The connection broke around a commit: the change may or may not be durable.</summary>
public sealed class AppendOutcomeUnknownException(string message, Exception? inner = null) : Exception(message, inner);
