using System.Text.Json;
using Fulcrum.Contracts.Exchange.Resources;

namespace Fulcrum.Silo.Tests.Http;

/// <summary>The OpenAPI document.</summary>
public sealed class OpenApiTests : EdgeTests
{
    private const string ServedAt = "/openapi/v1.json";
    private const string CommittedAt = "docs/openapi.json";
    private const string UpdateVariable = "FULCRUM_UPDATE_OPENAPI";

    [Fact]
    public async Task The_committed_copy_is_what_is_served()
    {
        string served = (await Edge.SendAsync("GET", ServedAt)).Body.ReplaceLineEndings("\n").TrimEnd() + "\n";
        string path = Checkout.PathTo(CommittedAt);
        if (Environment.GetEnvironmentVariable(UpdateVariable) is not null) await File.WriteAllTextAsync(path, served, TestContext.Current.CancellationToken);
        string committed = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        (committed == served).ShouldBeTrue($"{CommittedAt} differs from what is served. Maybe run this test with {UpdateVariable}=1 and review the difference.");
    }

    [Fact]
    public async Task Every_operation_says_what_it_is_and_how_it_fails()
    {
        JsonElement document = (await Edge.SendAsync("GET", ServedAt)).Json;
        document.GetProperty("openapi").GetString()!.ShouldStartWith("3.1");
        List<string> incomplete = [];
        foreach (JsonProperty path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (JsonProperty operation in path.Value.EnumerateObject())
            {
                if (!IsComplete(operation.Value)) incomplete.Add($"{operation.Name} {path.Name}");
            }
        }

        incomplete.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_path_of_the_interface_is_described()
    {
        JsonElement paths = (await Edge.SendAsync("GET", ServedAt)).Json.GetProperty("paths");
        paths.EnumerateObject().SelectMany(static path => path.Value.EnumerateObject().Select(operation => $"{operation.Name} {path.Name.Replace("/api/v1", "", StringComparison.Ordinal)}"))
            .ShouldBe(Operations, ignoreOrder: true);
    }

    private static string[] Operations { get; } =
    [
        "get /locations", "get /locations/{id}", "put /locations/{id}", "get /links", "put /links",
        "get /providers", "get /providers/{id}", "put /providers/{id}", "delete /providers/{id}",
        "post /providers/{id}/drain", "post /providers/{id}/suspend", "post /providers/{id}/activate",
        "get /resource-pools", "get /resource-pools/{id}", "put /resource-pools/{id}", "delete /resource-pools/{id}",
        "put /resource-pools/{id}/inventories", "get /resource-pools/{id}/allocations",
        "post /federation/import", "get /capacity", "post /capacity/shapes", "post /quotes",
        "post /orders", "get /orders", "get /orders/{id}", "get /orders/{id}/events", "get /orders/{id}/decision",
        "post /orders/{id}/confirm", "post /orders/{id}/cancel", "post /orders/{id}/renew", "post /orders/{id}/activate",
        "get /events", "get /health/live", "get /health/ready", "get /health/startup",
    ];

    private static bool IsComplete(JsonElement operation)
    {
        JsonElement responses = operation.GetProperty("responses");
        return operation.TryGetProperty("operationId", out _)
            && operation.TryGetProperty("summary", out _)
            && responses.EnumerateObject().Any(static response => response.Name[0] == '2')
            && responses.GetProperty("500").GetProperty("content").TryGetProperty(ProblemResource.MediaType, out _);
    }
}
