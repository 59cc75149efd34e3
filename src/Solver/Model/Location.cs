namespace Fulcrum.Solver.Model;

/// <summary>A place where capacity or users are.</summary>
/// <param name="Id">Identifier, unique in the market.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
public sealed record Location(string Id, string Country, double Latitude, double Longitude);
