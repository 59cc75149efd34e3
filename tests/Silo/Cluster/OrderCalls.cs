using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Contracts.Json;

namespace Fulcrum.Silo.Tests.Cluster;

/// <summary>Orders over HTTP.</summary>
internal static class OrderCalls
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static Task<HttpResponseMessage> ImportAsync(this SiloProcess silo, FederationDocument federation) =>
        silo.PostAsync("/api/v1/federation/import", JsonSerializer.Serialize(federation, FulcrumJson.Options), "import");

    public static Task<HttpResponseMessage> PlaceAsync(this SiloProcess silo, OrderDocument order, string key) =>
        silo.PostAsync("/api/v1/orders", $"{{\"order\":{JsonSerializer.Serialize(order, FulcrumJson.Options)}}}", key);

    public static async Task<HttpResponseMessage> PostAsync(this SiloProcess silo, string path, string body, string key)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", key);
        return await silo.Http.SendAsync(request, Token);
    }

    public static async Task<OrderResource> GetOrderAsync(this SiloProcess silo, string id) =>
        (await silo.Http.GetFromJsonAsync<OrderResource>(new Uri($"/api/v1/orders/{id}", UriKind.Relative), FulcrumJson.Options, Token))!;

    public static async Task<OrderResource> OrderAsync(this HttpResponseMessage response)
    {
        string body = await response.Content.ReadAsStringAsync(Token);
        response.IsSuccessStatusCode.ShouldBeTrue(body);
        return JsonSerializer.Deserialize<OrderResource>(body, FulcrumJson.Options)!;
    }
}
