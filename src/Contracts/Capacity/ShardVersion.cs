namespace Fulcrum.Contracts.Capacity;

/// <summary>How far a reader of a capacity shard is. A foreign epoch means that the shard was rebuilt: everything is read again.</summary>
/// <param name="Epoch">Identifies the activation of the shard.</param>
/// <param name="Number">Counts changes within the epoch.</param>
[GenerateSerializer, Immutable, Alias("capacity.shard-version")]
public readonly record struct ShardVersion([property: Id(0)] Guid Epoch, [property: Id(1)] long Number);
