using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Fulcrum.Silo.Http.Documentation;

/// <summary>The OpenAPI document.</summary>
internal static class OpenApiDocuments
{
    /// <summary>Name of the document.</summary>
    public const string Name = "v1";

    /// <summary>Where it is served.</summary>
    public const string Path = "/openapi/{documentName}.json";

    private const string Title = "Fulcrum placement engine";

    private const string Description =
        "Where should a composite order run, at what price, provably how good is that, and is it really reserved? "
        + "Failures are application/problem+json with a stable code. Money is in EUR, times are RFC 3339 in UTC.";

    public static void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer(static (document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = Title, Version = Name, Description = Description, License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" } };
            document.Servers?.Clear();
            return Task.CompletedTask;
        });
        options.AddOperationTransformer<OperationTransformer>();
        options.AddSchemaTransformer<SchemaTransformer>();
    }
}
