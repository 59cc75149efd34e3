using System.Globalization;
using System.Text.Json.Nodes;
using Fulcrum.Contracts.Identity;
using Fulcrum.Silo.Http.Requests;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Fulcrum.Silo.Http.Documentation;

/// <summary>Describes query parameters and headers, which endpoints read themselves, and puts answers in the order of their statuses.</summary>
internal sealed class OperationTransformer : IOpenApiOperationTransformer
{
    private const string ErrorsDocument = "See docs/errors.md.";

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        IList<object> metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Parameters ??= [];
        foreach (IOpenApiParameter parameter in operation.Parameters) DescribeId(parameter);
        foreach (QueryParameter parameter in metadata.OfType<TakesQuery>().SelectMany(static takes => takes.Parameters)) operation.Parameters.Add(Describe(parameter));
        foreach (TakesHeader header in metadata.OfType<TakesHeader>()) operation.Parameters.Add(Header(header.Name, header.Description));
        foreach (TakesPrecondition precondition in metadata.OfType<TakesPrecondition>()) Describe(precondition, operation.Parameters);
        operation.Responses = InOrder(operation.Responses);
        return Task.CompletedTask;
    }

    private static OpenApiResponses InOrder(OpenApiResponses? responses)
    {
        OpenApiResponses sorted = [];
        foreach ((string status, IOpenApiResponse response) in (responses ?? []).OrderBy(static entry => entry.Key, StringComparer.Ordinal)) sorted.Add(status, response);
        return sorted;
    }

    private static void DescribeId(IOpenApiParameter parameter)
    {
        if (parameter is not OpenApiParameter { In: ParameterLocation.Path } path) return;
        path.Description = $"Identifier: {IdentifierSyntax.Description}.";
    }

    private static void Describe(TakesPrecondition precondition, IList<IOpenApiParameter> parameters)
    {
        parameters.Add(Header("If-Match", $"The ETag of the version that is changed, or *. {ErrorsDocument}"));
        if (precondition.MayCreate) parameters.Add(Header("If-None-Match", "* to create something new, in place of If-Match."));
    }

    private static OpenApiParameter Header(string name, string description) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static OpenApiParameter Describe(QueryParameter parameter) => new()
    {
        Name = parameter.Name,
        In = ParameterLocation.Query,
        Description = parameter.Description,
        Explode = parameter.Kind != QueryValueKind.Texts,
        Schema = SchemaOf(parameter),
    };

    private static OpenApiSchema SchemaOf(QueryParameter parameter) => parameter.Kind switch
    {
        QueryValueKind.Whole => new OpenApiSchema
        {
            Type = JsonSchemaType.Integer,
            Minimum = parameter.Min.ToString(CultureInfo.InvariantCulture),
            Maximum = parameter.Max.ToString(CultureInfo.InvariantCulture),
            Default = parameter.Default,
        },
        QueryValueKind.Flag => new OpenApiSchema { Type = JsonSchemaType.Boolean, Default = false },
        QueryValueKind.Texts => new OpenApiSchema { Type = JsonSchemaType.Array, Items = Text(parameter) },
        _ => Text(parameter),
    };

    private static OpenApiSchema Text(QueryParameter parameter) => new()
    {
        Type = JsonSchemaType.String,
        Enum = parameter.Choices.IsEmpty ? null : [.. parameter.Choices.Select(static choice => (JsonNode)choice)],
    };
}
