using System.Net;
using System.Text;
using System.Text.Json;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Contracts.Json;

namespace Fulcrum.Silo.Demo;

/// <summary>The public API as the demonstration calls it: plain HTTP.</summary>
internal sealed class DemoApi(string url) : IDisposable
{
    private static readonly TimeSpan ReadyTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ReadyPoll = TimeSpan.FromMilliseconds(50);

    private readonly HttpClient _http = new() { BaseAddress = new Uri(url), Timeout = TimeSpan.FromSeconds(60) };

    /// <summary>Waits for <c>/health/ready</c>.</summary>
    public async Task WaitUntilReadyAsync()
    {
        using CancellationTokenSource timeout = new(ReadyTimeout);
        while (!(await _http.GetAsync("/health/ready", timeout.Token)).IsSuccessStatusCode) await Task.Delay(ReadyPoll, TimeProvider.System, timeout.Token);
    }

    /// <summary>Imports a federation; answers it.</summary>
    public async Task<FederationDocument> ImportAsync(string file)
    {
        byte[] body = await File.ReadAllBytesAsync(file);
        await SendAsync("/api/v1/federation/import", body);
        return JsonSerializer.Deserialize<FederationDocument>(body, FulcrumJson.Options)!;
    }

    /// <summary>Capacity by country.</summary>
    public async Task<CapacityReport> CapacityByCountryAsync() =>
        await _http.GetFromJsonAsync<CapacityReport>("/api/v1/capacity?groupBy=country", FulcrumJson.Options) ?? new CapacityReport { At = default };

    /// <summary>Plans and holds an order, then confirms it.</summary>
    public async Task<DemoOutcome> PlaceAndConfirmAsync(string file)
    {
        string order = await File.ReadAllTextAsync(file);
        using HttpResponseMessage placed = await PostAsync("/api/v1/orders", Encoding.UTF8.GetBytes($"{{\"order\":{order}}}"));
        if (placed.StatusCode is HttpStatusCode.Conflict) return new DemoOutcome(null, await ReadAsync<ProblemResource>(placed));
        OrderResource held = await ReadAsync<OrderResource>(await EnsureAsync(placed));
        using HttpResponseMessage confirmed = await SendAsync($"/api/v1/orders/{held.Id}/confirm", "{}"u8.ToArray());
        return new DemoOutcome(await ReadAsync<OrderResource>(confirmed), null);
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(string path, byte[] body) => await EnsureAsync(await PostAsync(path, body));

    private async Task<HttpResponseMessage> PostAsync(string path, byte[] body)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        return await _http.SendAsync(request);
    }

    private static async Task<HttpResponseMessage> EnsureAsync(HttpResponseMessage response) => response.IsSuccessStatusCode
        ? response
        : throw new InvalidOperationException($"{(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response) => (await response.Content.ReadFromJsonAsync<T>(FulcrumJson.Options))!;
}
