using System.Collections.Immutable;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Reading;
using Fulcrum.Silo.Http.Answers;

namespace Fulcrum.Silo.Http.Requests;

/// <summary>A request as its endpoint reads it. Faults gather until <see cref="Check"/> or a body is asked for, so that all are told at once.</summary>
internal sealed class EdgeRequest
{
    private readonly List<RequestFault> _faults = [];
    private ReadOnlyMemory<byte> _body;

    private EdgeRequest(HttpContext http)
    {
        Http = http;
        Caller = http.RequestServices.GetRequiredService<ICallerSource>().CallerOf(http);
        Gateway = http.RequestServices.GetRequiredService<IPlacementGatewayGrain>();
        Query = new QueryReader(http.Request.Query, http.GetEndpoint()?.Metadata.GetMetadata<TakesQuery>()?.Parameters ?? [], _faults);
        Query.RefuseUnknown();
        IdempotencyKey = IdempotencyKeys.Read(http.Request.Headers, _faults);
    }

    /// <summary>The request as the framework knows it.</summary>
    public HttpContext Http { get; }

    /// <summary>On whose behalf.</summary>
    public Caller Caller { get; }

    /// <summary>Answers requests.</summary>
    public IPlacementGatewayGrain Gateway { get; }

    /// <summary>The query.</summary>
    public QueryReader Query { get; }

    /// <summary>The idempotency key, where there is one.</summary>
    public string? IdempotencyKey { get; }

    /// <summary>Begins to read a request; called by the framework for parameters of endpoints.</summary>
    public static ValueTask<EdgeRequest?> BindAsync(HttpContext http) => ValueTask.FromResult<EdgeRequest?>(new EdgeRequest(http));

    /// <summary>An identifier in the path.</summary>
    public string Id(string id)
    {
        if (!IdentifierSyntax.IsValid(id)) _faults.Add(new RequestFault("path.id", $"The id ('{Excerpt.Of(id)}') must be an identifier: {IdentifierSyntax.Description}."));
        return id;
    }

    /// <summary>What must hold of the resource before it is changed.</summary>
    public Precondition Precondition(bool mayCreate = false) => Preconditions.Read(Http, mayCreate, _faults);

    /// <summary>The body, read strictly.</summary>
    /// <exception cref="ProblemException">There are faults, in the body or found before.</exception>
    public async Task<T> BodyAsync<T>(Func<ReadOnlyMemory<byte>, ReadResult<T>> read, int bytesMax = HttpLimits.BodyBytesMax)
        where T : notnull
    {
        _body = await BodyReader.ReadAsync(Http, bytesMax);
        ReadResult<T> result = read(_body);
        _faults.AddRange(result.Faults);
        Check();
        return result.Value!;
    }

    /// <summary>The body of a request whose body may be absent, which is the same as an empty object.</summary>
    public Task<T> OptionalBodyAsync<T>(Func<ReadOnlyMemory<byte>, ReadResult<T>> read)
        where T : notnull => BodyAsync(utf8 => read(utf8.IsEmpty ? "{}"u8.ToArray() : utf8));

    /// <summary>Refuses a document that is not about what the path names.</summary>
    public void RequireSameId(string pathId, string bodyId)
    {
        if (pathId == bodyId) return;
        _faults.Add(new RequestFault("$.id", $"The id ('{Excerpt.Of(bodyId)}') must be that of the path, '{Excerpt.Of(pathId)}'."));
        Check();
    }

    /// <summary>Refuses a request without an idempotency key.</summary>
    public void RequireIdempotencyKey(string otherwise = "")
    {
        if (IdempotencyKey is not null) return;
        _faults.Add(IdempotencyKeys.Missing(otherwise));
        Check();
    }

    /// <summary>Refuses the request when faults were found.</summary>
    /// <exception cref="ProblemException">There are faults.</exception>
    public void Check()
    {
        if (_faults.Count > 0) throw ProblemException.Invalid(_faults.ToImmutableArray());
    }

    /// <summary>What a change is told of its request. It does not end when the client goes away, but when its deadline passes.</summary>
    public RequestContext Context(int deadlineSeconds = HttpLimits.DeadlineSeconds) => new()
    {
        Caller = Caller,
        CommandId = Guid.CreateVersion7(),
        Deadline = Http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().AddSeconds(deadlineSeconds),
        IdempotencyKey = IdempotencyKey,
        Fingerprint = RequestFingerprint.Of(Http.Request.Method, Http.Request.Path, _body),
    };
}
