using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Dividing;

/// <summary>Most replicas that one provider may have in a domain which others have pools in too.</summary>
/// <param name="Kind">Kind of the domain.</param>
/// <param name="Domain">Its number.</param>
/// <param name="Provider">The provider.</param>
/// <param name="Most">Replicas.</param>
internal readonly record struct CapAtProvider(Domain Kind, int Domain, int Provider, int Most);
