using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fulcrum.Grains.Journaling;

/// <summary>Writes a <see cref="JsonText"/> as the value that it is. Events of an earlier form have it as text inside of text, which is read too.</summary>
internal sealed class JsonTextConverter : JsonConverter<JsonText>
{
    /// <inheritdoc/>
    public override JsonText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return new JsonText(Encoding.UTF8.GetBytes(reader.GetString()!));
        using JsonDocument value = JsonDocument.ParseValue(ref reader);
        return new JsonText(JsonMarshal.GetRawUtf8Value(value.RootElement).ToArray());
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, JsonText value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Utf8.Span, skipInputValidation: true);
}
