namespace Fulcrum.Contracts.Errors;

/// <summary>How a code is told over HTTP.</summary>
/// <param name="Code">Code of <see cref="ErrorCodes"/>.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Title">The same in every occurrence, for people.</param>
public sealed record ProblemKind(string Code, int Status, string Title)
{
    private const string TypePrefix = "urn:fulcrum:problem:";

    /// <summary>Identifies the kind: the <c>type</c> member of RFC 9457.</summary>
    public string Type => TypePrefix + Code;

    /// <summary>Whether the same request, sent again later with the same idempotency key, can succeed.</summary>
    public bool IsRetryable => Status is 429 or 503;
}
