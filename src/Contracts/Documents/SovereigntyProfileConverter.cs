using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Contracts.Documents;

/// <summary>Writes withdrawn facts as explicit <c>null</c> and leaves absent ones out; reads them back.</summary>
public sealed class SovereigntyProfileConverter : JsonConverter<SovereigntyProfile>
{
    internal static readonly string[] Names =
        ["seat", "controllers", "staffCountries", "remoteAdministrationFrom", "keyCustody", "dataCountries", "certificates", "seal"];

    /// <inheritdoc/>
    public override SovereigntyProfile Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        JsonElement root = document.RootElement;
        return new SovereigntyProfile
        {
            Seat = Get<string?>(root, 0, options),
            Controllers = Get<ImmutableArray<ControllerDocument>?>(root, 1, options),
            StaffCountries = Get<ImmutableArray<string>?>(root, 2, options),
            RemoteAdministrationFrom = Get<ImmutableArray<string>?>(root, 3, options),
            KeyCustody = Get<string?>(root, 4, options),
            DataCountries = Get<ImmutableArray<string>?>(root, 5, options),
            Certificates = Get<ImmutableArray<CertificateDocument>?>(root, 6, options),
            Seal = Get<SortedMap<int>?>(root, 7, options),
            Withdrawn = [.. Names.Where(name => root.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Null)],
        };
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, SovereigntyProfile value, JsonSerializerOptions options)
    {
        object?[] members =
        [
            value.Seat, value.Controllers, value.StaffCountries, value.RemoteAdministrationFrom,
            value.KeyCustody, value.DataCountries, value.Certificates, value.Seal,
        ];
        writer.WriteStartObject();
        for (int i = 0; i < Names.Length; i++)
        {
            if (members[i] is null && !value.Withdrawn.Contains(Names[i])) continue;
            writer.WritePropertyName(Names[i]);
            JsonSerializer.Serialize(writer, members[i], options);
        }

        writer.WriteEndObject();
    }

    private static T? Get<T>(JsonElement root, int name, JsonSerializerOptions options) =>
        root.TryGetProperty(Names[name], out JsonElement value) ? value.Deserialize<T>(options) : default;
}
