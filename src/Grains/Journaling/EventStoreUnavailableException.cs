namespace Fulcrum.Grains.Journaling;

/// <summary>The event store could not be reached; nothing was changed.</summary>
public sealed class EventStoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
