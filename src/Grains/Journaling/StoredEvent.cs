namespace Fulcrum.Grains.Journaling;

/// <summary>An event as it was stored.</summary>
/// <param name="Version">Position in its stream, from 1.</param>
/// <param name="Type">Stable alias of the event's type with its version.</param>
/// <param name="CommandId">Id of the command that caused it.</param>
/// <param name="At">When it was decided.</param>
/// <param name="Payload">The event as UTF-8 JSON.</param>
public sealed record StoredEvent(long Version, string Type, Guid CommandId, DateTimeOffset At, ReadOnlyMemory<byte> Payload);
