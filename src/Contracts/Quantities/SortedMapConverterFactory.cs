using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fulcrum.Contracts.Quantities;

/// <summary>Writes a <see cref="SortedMap{TValue}"/> as a JSON object.</summary>
public sealed class SortedMapConverterFactory : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(SortedMap<>);

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class Converter<TValue> : JsonConverter<SortedMap<TValue>>
    {
        public override SortedMap<TValue> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<Dictionary<string, TValue>>(ref reader, options)!.ToSortedMap();

        public override void Write(Utf8JsonWriter writer, SortedMap<TValue> value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach ((string key, TValue entry) in value)
            {
                writer.WritePropertyName(key);
                JsonSerializer.Serialize(writer, entry, options);
            }

            writer.WriteEndObject();
        }
    }
}
