using System.Text.Json;
using System.Text.Json.Serialization;
using Fulcrum.Contracts.Reading;

namespace Fulcrum.Contracts.Json;

/// <summary>Writes instants as RFC 3339 in UTC, with a <c>Z</c>.</summary>
public sealed class UtcInstantConverter : JsonConverter<DateTimeOffset>
{
    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        InstantSyntax.TryParse(reader.GetString() ?? "", out DateTimeOffset instant)
            ? instant
            : throw new JsonException($"The value must be {InstantSyntax.Description}.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime);
}
