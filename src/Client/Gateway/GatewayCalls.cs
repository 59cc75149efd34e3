using Fulcrum.Client.Calls;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Identity;

namespace Fulcrum.Client.Gateway;

/// <summary>Calls the gateway grain and reads answers.</summary>
internal sealed class GatewayCalls(Func<IPlacementGatewayGrain> gateway, Caller caller, CallOptions options, TimeProvider time, Random random)
{
    private readonly CallPolicy _policy = new(options, time, random);

    /// <summary>Reads a resource.</summary>
    public async Task<TResource> ReadAsync<TView, TResource>(
        Func<IPlacementGatewayGrain, Caller, Task<Answer<TView>>> ask, Func<TView, TResource> map, CancellationToken cancellationToken) =>
        (await ReadVersionedAsync(ask, map, cancellationToken)).Resource;

    /// <summary>Reads a resource with its version.</summary>
    public Task<ChangeResult<TResource>> ReadVersionedAsync<TView, TResource>(
        Func<IPlacementGatewayGrain, Caller, Task<Answer<TView>>> ask, Func<TView, TResource> map, CancellationToken cancellationToken) =>
        RunAsync(() => ask(gateway(), caller), map, options.AttemptTimeout, cancellationToken);

    /// <summary>Creates or replaces a resource.</summary>
    public Task<ChangeResult<TResource>> PutAsync<TBody, TView, TResource>(
        string path, GatewayBody<TBody> body, Func<IPlacementGatewayGrain, RequestContext, TBody, Task<Answer<TView>>> ask, Func<TView, TResource> map, CancellationToken cancellationToken)
        where TBody : notnull => ChangeAsync(
            new GatewayChange(caller, HttpMethod.Put.Method, path, body.Utf8, key: null), (to, context) => ask(to, context, body.Value), map, options.AttemptTimeout, cancellationToken);

    /// <summary>Deletes a resource.</summary>
    public Task<ChangeResult<TResource>> DeleteAsync<TView, TResource>(
        string path, Func<IPlacementGatewayGrain, RequestContext, Task<Answer<TView>>> ask, Func<TView, TResource> map, CancellationToken cancellationToken) =>
        ChangeAsync(new GatewayChange(caller, HttpMethod.Delete.Method, path, body: default, key: null), ask, map, options.AttemptTimeout, cancellationToken);

    /// <summary>Does something that its path says.</summary>
    public Task<ChangeResult<TResource>> PostAsync<TView, TResource>(
        string path, RequestOptions? request, Func<IPlacementGatewayGrain, RequestContext, Task<Answer<TView>>> ask, Func<TView, TResource> map, CancellationToken cancellationToken) =>
        ChangeAsync(new GatewayChange(caller, HttpMethod.Post.Method, path, body: default, RequestOptions.KeyOf(request)), ask, map, options.AttemptTimeout, cancellationToken);

    /// <summary>Does something that its path and body say.</summary>
    public async Task<TResource> PostAsync<TBody, TView, TResource>(
        string path,
        GatewayBody<TBody> body,
        RequestOptions? request,
        Func<IPlacementGatewayGrain, RequestContext, TBody, Task<Answer<TView>>> ask,
        Func<TView, TResource> map,
        CancellationToken cancellationToken,
        TimeSpan? attemptTimeout = null)
        where TBody : notnull
    {
        GatewayChange change = new(caller, HttpMethod.Post.Method, path, body.Utf8, RequestOptions.KeyOf(request));
        return (await ChangeAsync(change, (to, context) => ask(to, context, body.Value), map, attemptTimeout ?? options.AttemptTimeout, cancellationToken)).Resource;
    }

    private Task<ChangeResult<TResource>> ChangeAsync<TView, TResource>(
        GatewayChange change, Func<IPlacementGatewayGrain, RequestContext, Task<Answer<TView>>> ask, Func<TView, TResource> map, TimeSpan attemptTimeout, CancellationToken cancellationToken) =>
        RunAsync(() => ask(gateway(), change.Context(time.GetUtcNow() + attemptTimeout)), map, attemptTimeout, cancellationToken);

    private async Task<ChangeResult<TResource>> RunAsync<TView, TResource>(
        Func<Task<Answer<TView>>> ask, Func<TView, TResource> map, TimeSpan attemptTimeout, CancellationToken cancellationToken)
    {
        Answer<TView> answer = await _policy.RunAsync(token => TryAsync(ask, token), attemptTimeout, cancellationToken);
        TView value = answer.Value ?? throw PlacementException.Internal("The gateway answered with neither a value nor a failure.", cause: null);
        return new ChangeResult<TResource>(map(value), answer.Version, answer.Created, answer.Pending);
    }

    private static async Task<Answer<TView>> TryAsync<TView>(Func<Task<Answer<TView>>> ask, CancellationToken cancellationToken)
    {
        Answer<TView> answer;
        try
        {
            answer = await ask().WaitAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw GatewayFaults.Of(exception);
        }

        return answer.Failure is { } failure ? throw PlacementException.Of(failure) : answer;
    }
}
