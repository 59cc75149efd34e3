namespace Fulcrum.Silo.Storage;

/// <summary>A snapshot as grain storage keeps it.</summary>
[GenerateSerializer, Alias("silo.snapshot")]
internal sealed class SnapshotRecord
{
    [Id(0)] public long Version { get; set; }

    [Id(1)] public string Type { get; set; } = "";

    [Id(2)] public byte[] Payload { get; set; } = [];
}
