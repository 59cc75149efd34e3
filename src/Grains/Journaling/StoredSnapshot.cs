namespace Fulcrum.Grains.Journaling;

/// <summary>A committed state of a stream.</summary>
/// <param name="Version">Version of the last event in it.</param>
/// <param name="Type">Stable alias of its format with its version, e.g. <c>pool.1</c>; one that is not understood is ignored.</param>
/// <param name="Payload">The state as UTF-8 JSON.</param>
public sealed record StoredSnapshot(long Version, string Type, ReadOnlyMemory<byte> Payload);
