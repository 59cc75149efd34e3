namespace Fulcrum.Grains.Journaling;

/// <summary>The store could not be reached: the command was done whole or not at all, and this activation cannot tell which.</summary>
public sealed class OutcomeUnknownException(string message, Exception? inner = null) : Exception(message, inner);
