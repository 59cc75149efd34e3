using System.Text.Json;
using Fulcrum.Contracts.Json;

namespace Fulcrum.Grains.Journaling;

/// <summary>Reads and writes the summaries of head rows.</summary>
public static class Summaries
{
    /// <summary>Reads a summary.</summary>
    public static T Read<T>(ReadOnlyMemory<byte> json) => JsonSerializer.Deserialize<T>(json.Span, FulcrumJson.Options)!;

    /// <summary>Writes a summary.</summary>
    public static ReadOnlyMemory<byte> Write<T>(T summary) => JsonSerializer.SerializeToUtf8Bytes(summary, FulcrumJson.Options);
}
