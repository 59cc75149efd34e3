namespace Fulcrum.Grains.Journaling;

/// <summary>An event to be stored.</summary>
/// <param name="Type">Stable alias of the event's type with its version, e.g. <c>pool.held.1</c>.</param>
/// <param name="CommandId">Id of the command that caused it, minted at the edge.</param>
/// <param name="At">When it was decided.</param>
/// <param name="Payload">The event as UTF-8 JSON.</param>
public sealed record NewEvent(string Type, Guid CommandId, DateTimeOffset At, ReadOnlyMemory<byte> Payload);
