using System.Net;
using System.Text.Json;
using Fulcrum.Client.Calls;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Json;

namespace Fulcrum.Client.Http;

/// <summary>Sends requests and reads answers.</summary>
internal sealed class HttpCalls(HttpClient http, CallOptions options, TimeProvider time, Random random)
{
    private readonly CallPolicy _policy = new(options, time, random);

    /// <summary>Reads a resource.</summary>
    public async Task<T> GetAsync<T>(string path, CancellationToken cancellationToken) =>
        (await SendAsync<T>(new HttpCall(HttpMethod.Get, path), options.AttemptTimeout, cancellationToken)).Resource;

    /// <summary>Reads a resource with its version.</summary>
    public Task<ChangeResult<T>> GetVersionedAsync<T>(string path, CancellationToken cancellationToken) =>
        SendAsync<T>(new HttpCall(HttpMethod.Get, path), options.AttemptTimeout, cancellationToken);

    /// <summary>Creates or replaces a resource.</summary>
    public Task<ChangeResult<T>> PutAsync<TBody, T>(string path, TBody body, Precondition precondition, CancellationToken cancellationToken) => SendAsync<T>(
        new HttpCall(HttpMethod.Put, path) { Body = Bytes(body), Precondition = LocalChecks.Precondition(precondition) }, options.AttemptTimeout, cancellationToken);

    /// <summary>Deletes a resource.</summary>
    public Task<ChangeResult<T>> DeleteAsync<T>(string path, Precondition precondition, CancellationToken cancellationToken) =>
        SendAsync<T>(new HttpCall(HttpMethod.Delete, path) { Precondition = LocalChecks.Precondition(precondition) }, options.AttemptTimeout, cancellationToken);

    /// <summary>Asks a question that changes nothing.</summary>
    public async Task<T> AskAsync<TBody, T>(string path, TBody body, CancellationToken cancellationToken) =>
        (await SendAsync<T>(new HttpCall(HttpMethod.Post, path) { Body = Bytes(body) }, options.AttemptTimeout, cancellationToken)).Resource;

    /// <summary>Does something that its path says.</summary>
    public Task<ChangeResult<T>> PostAsync<T>(string path, RequestOptions? request, CancellationToken cancellationToken) =>
        SendAsync<T>(new HttpCall(HttpMethod.Post, path) { Key = RequestOptions.KeyOf(request) }, options.AttemptTimeout, cancellationToken);

    /// <summary>Does something that its path and body say.</summary>
    public async Task<T> PostAsync<TBody, T>(string path, TBody body, RequestOptions? request, CancellationToken cancellationToken, TimeSpan? attemptTimeout = null)
    {
        HttpCall call = new(HttpMethod.Post, path) { Body = Bytes(body), Key = RequestOptions.KeyOf(request) };
        return (await SendAsync<T>(call, attemptTimeout ?? options.AttemptTimeout, cancellationToken)).Resource;
    }

    private static byte[] Bytes<T>(T body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return JsonSerializer.SerializeToUtf8Bytes(body, FulcrumJson.Options);
    }

    private Task<ChangeResult<T>> SendAsync<T>(HttpCall call, TimeSpan attemptTimeout, CancellationToken cancellationToken) =>
        _policy.RunAsync(token => TryAsync<T>(call, token), attemptTimeout, cancellationToken);

    private async Task<ChangeResult<T>> TryAsync<T>(HttpCall call, CancellationToken cancellationToken)
    {
        try
        {
            using HttpRequestMessage message = call.ToMessage();
            using HttpResponseMessage response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!response.IsSuccessStatusCode) throw await HttpProblems.ReadAsync(response, time, cancellationToken);
            return await ReadAsync<T>(response, cancellationToken);
        }
        catch (HttpRequestException exception) when (NeverConnected(exception.HttpRequestError))
        {
            throw PlacementException.Unreachable($"The placement engine at {http.BaseAddress} cannot be reached: {exception.Message} Maybe it is not running, or listens elsewhere.", exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw PlacementException.NoAnswer($"The connection to {http.BaseAddress} broke before the answer came: {exception.Message}", exception);
        }
        catch (JsonException exception)
        {
            throw PlacementException.Internal($"{http.BaseAddress} answers with something else than expected: {exception.Message} Maybe it is not the placement engine, or another version of it.", exception);
        }
    }

    private static bool NeverConnected(HttpRequestError error) =>
        error is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private static async Task<ChangeResult<T>> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using Stream content = await response.Content.ReadAsStreamAsync(cancellationToken);
        T resource = await JsonSerializer.DeserializeAsync<T>(content, FulcrumJson.Options, cancellationToken) ?? throw new JsonException("The answer is null.");
        long? version = long.TryParse(response.Headers.ETag?.Tag.Trim('"'), out long tag) ? tag : null;
        return new ChangeResult<T>(resource, version, response.StatusCode == HttpStatusCode.Created, response.StatusCode == HttpStatusCode.Accepted);
    }
}
