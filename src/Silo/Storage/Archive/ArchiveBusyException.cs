using Fulcrum.Grains.Journaling;

namespace Fulcrum.Silo.Storage.Archive;

/// <summary>Another process is archiving; nothing was changed.</summary>
/// <param name="message">What is in the way, and what to do.</param>
public sealed class ArchiveBusyException(string message) : EventStoreUnavailableException(message);
