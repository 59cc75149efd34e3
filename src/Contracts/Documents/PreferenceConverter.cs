using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fulcrum.Contracts.Documents;

/// <summary>Writes a preference flat: the members of its requirement and <c>valueMonthly</c> in one object.</summary>
public sealed class PreferenceConverter : JsonConverter<PreferenceDocument>
{
    private const string Value = "valueMonthly";

    /// <inheritdoc/>
    public override PreferenceDocument Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return new PreferenceDocument
        {
            Requirement = document.RootElement.Deserialize<SovereigntyPolicyDocument>(options)!,
            ValueMonthly = document.RootElement.GetProperty(Value).GetDecimal(),
        };
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, PreferenceDocument value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (JsonProperty member in JsonSerializer.SerializeToElement(value.Requirement, options).EnumerateObject()) member.WriteTo(writer);
        writer.WriteNumber(Value, value.ValueMonthly);
        writer.WriteEndObject();
    }
}
