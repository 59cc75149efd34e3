namespace Fulcrum.Grains.Journaling;

/// <summary>Events of a stream are missing: nothing may be decided on what is left.</summary>
public sealed class JournalGapException(string message) : Exception(message);
