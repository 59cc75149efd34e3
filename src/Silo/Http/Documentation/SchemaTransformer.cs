using System.Collections.Immutable;
using System.Text.Json;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Quantities;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Fulcrum.Silo.Http.Documentation;

/// <summary>Describes types that are written by converters of their own, which the framework cannot look into.</summary>
internal sealed class SchemaTransformer : IOpenApiSchemaTransformer
{
    private const string Value = "valueMonthly";

    private static readonly (string Name, Type Type)[] Facts =
    [
        ("seat", typeof(string)),
        ("controllers", typeof(ImmutableArray<ControllerDocument>)),
        ("staffCountries", typeof(ImmutableArray<string>)),
        ("remoteAdministrationFrom", typeof(ImmutableArray<string>)),
        ("keyCustody", typeof(string)),
        ("dataCountries", typeof(ImmutableArray<string>)),
        ("certificates", typeof(ImmutableArray<CertificateDocument>)),
        ("seal", typeof(SortedMap<int>)),
    ];

    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        Type type = context.JsonTypeInfo.Type;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(SortedMap<>)) return DescribeMapAsync(schema, type, context, cancellationToken);
        if (type == typeof(SovereigntyProfile)) return DescribeFactsAsync(schema, context, cancellationToken);
        if (type == typeof(ImmutableArray<PreferenceDocument>)) return DescribePreferencesAsync(schema, context, cancellationToken);
        if (type == typeof(DateTimeOffset)) schema.Type = JsonSchemaType.String;
        if (type == typeof(DateTimeOffset?)) schema.Type = JsonSchemaType.String | JsonSchemaType.Null;
        if (type == typeof(JsonElement)) schema.Description = "Any JSON.";
        return Task.CompletedTask;
    }

    private static async Task DescribeMapAsync(OpenApiSchema schema, Type type, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        schema.Type = JsonSchemaType.Object;
        schema.AdditionalProperties = await context.GetOrCreateSchemaAsync(type.GetGenericArguments()[0], cancellationToken: cancellationToken);
    }

    private static async Task DescribeFactsAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        schema.Type = JsonSchemaType.Object;
        schema.Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        foreach ((string name, Type type) in Facts) schema.Properties[name] = await context.GetOrCreateSchemaAsync(type, cancellationToken: cancellationToken);
    }

    private static async Task DescribePreferencesAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        OpenApiSchema requirement = await context.GetOrCreateSchemaAsync(typeof(SovereigntyPolicyDocument), cancellationToken: cancellationToken);
        schema.Items = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema>(requirement.Properties ?? new Dictionary<string, IOpenApiSchema>(), StringComparer.Ordinal)
            {
                [Value] = await context.GetOrCreateSchemaAsync(typeof(decimal), cancellationToken: cancellationToken),
            },
            Required = new HashSet<string>(StringComparer.Ordinal) { Value },
        };
    }
}
