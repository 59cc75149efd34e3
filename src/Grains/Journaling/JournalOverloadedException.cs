namespace Fulcrum.Grains.Journaling;

/// <summary>More commands are waiting than the journal accepts; this one was not taken.</summary>
public sealed class JournalOverloadedException(string message) : Exception(message);
