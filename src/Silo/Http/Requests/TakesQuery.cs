using System.Collections.Immutable;

namespace Fulcrum.Silo.Http.Requests;

/// <summary>Metadata of an endpoint: the query parameters it takes.</summary>
/// <param name="Parameters">The parameters.</param>
internal sealed record TakesQuery(ImmutableArray<QueryParameter> Parameters);
