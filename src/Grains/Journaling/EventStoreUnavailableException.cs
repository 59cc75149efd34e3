namespace Fulcrum.Grains.Journaling;

/// <summary>The event store could not be reached; nothing was changed.</summary>
public class EventStoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
