namespace Fulcrum.Silo.Http.Requests;

/// <summary>Metadata of an endpoint: a header it reads.</summary>
/// <param name="Name">Name of the header.</param>
/// <param name="Description">What it is for.</param>
internal sealed record TakesHeader(string Name, string Description);
