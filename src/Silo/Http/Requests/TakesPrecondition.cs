namespace Fulcrum.Silo.Http.Requests;

/// <summary>Metadata of an endpoint: it takes <c>If-Match</c>, and to create something new <c>If-None-Match</c>.</summary>
/// <param name="MayCreate">Whether it can make something new.</param>
internal sealed record TakesPrecondition(bool MayCreate);
