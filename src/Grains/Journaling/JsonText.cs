using System.Text;
using System.Text.Json.Serialization;

namespace Fulcrum.Grains.Journaling;

/// <summary>A JSON value that is stored and told as it is, never taken apart.</summary>
/// <param name="utf8">The value in UTF-8.</param>
[JsonConverter(typeof(JsonTextConverter))]
public sealed class JsonText(ReadOnlyMemory<byte> utf8)
{
    /// <summary>The value in UTF-8.</summary>
    public ReadOnlyMemory<byte> Utf8 => utf8;

    /// <inheritdoc/>
    public override string ToString() => Encoding.UTF8.GetString(utf8.Span);
}
