namespace Fulcrum.Silo.Storage.Archive;

/// <summary>Where an event is.</summary>
internal enum EventTable
{
    /// <summary>Where it was appended.</summary>
    Event,

    /// <summary>In the archive.</summary>
    Archive,
}
