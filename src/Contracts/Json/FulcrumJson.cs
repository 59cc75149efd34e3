using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Fulcrum.Contracts.Documents;

namespace Fulcrum.Contracts.Json;

/// <summary>How every document is written: camelCase, absent members left out, enums as camelCase text, instants in UTC.</summary>
public static class FulcrumJson
{
    /// <summary>Options for documents, events and answers.</summary>
    public static JsonSerializerOptions Options { get; } = Create(indented: false);

    /// <summary>The same, for people.</summary>
    public static JsonSerializerOptions Indented { get; } = Create(indented: true);

    private static JsonSerializerOptions Create(bool indented)
    {
        JsonSerializerOptions options = new(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            NumberHandling = JsonNumberHandling.Strict,
            WriteIndented = indented,
        };
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(OmitEmptyPreferences);
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new UtcInstantConverter());
        options.MakeReadOnly();
        return options;
    }

    /// <summary>A policy's list that is present is not empty: see the readers.</summary>
    private static void OmitEmptyPreferences(JsonTypeInfo type)
    {
        if (type.Type != typeof(OrderPolicyDocument)) return;
        type.Properties.Single(static property => property.PropertyType == typeof(ImmutableArray<PreferenceDocument>)).ShouldSerialize =
            static (_, list) => list is ImmutableArray<PreferenceDocument> { IsEmpty: false };
    }
}
