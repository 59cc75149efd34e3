using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Fulcrum.Contracts.Json;

namespace Fulcrum.Grains.Placement;

/// <summary>Keeps the text of each document for as long as the document lives. Documents are immutable.</summary>
/// <typeparam name="T">Type of the documents.</typeparam>
internal sealed class WrittenOnceConverter<T> : JsonConverter<T>
    where T : class
{
    private readonly ConditionalWeakTable<T, byte[]> _known = [];

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Evidence is read with the options of all documents.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteRawValue(_known.GetValue(value, static document => JsonSerializer.SerializeToUtf8Bytes(document, FulcrumJson.Options)), skipInputValidation: true);
}
