using Fulcrum.Solver.Model;
using Fulcrum.Solver.Sovereignty;
using Fulcrum.Solver.Supplies;

namespace Fulcrum.Solver.Screening;

/// <summary>What the items of an order share while their pools are screened.</summary>
/// <param name="problem">The problem.</param>
/// <param name="supply">Its pools as columns.</param>
/// <param name="isPruned">Whether ways are left out that a cheaper one of the same pool can stand in for.</param>
internal sealed class OrderScreening(PlacementProblem problem, Supply supply, bool isPruned)
{
    private readonly Dictionary<(SovereigntyPolicy Policy, string Services), Verdicts> _gates = new(GateComparer.Instance);

    /// <summary>The problem.</summary>
    public PlacementProblem Problem { get; } = problem;

    /// <summary>Its pools as columns.</summary>
    public Supply Supply { get; } = supply;

    /// <summary>Whether ways are left out that a cheaper one of the same pool can stand in for.</summary>
    public bool IsPruned { get; } = isPruned;

    /// <summary>The verdicts of a policy for an item, by number of the facts; items that name the same services share them.</summary>
    public Verdicts Gate(SovereigntyPolicy policy, OrderItem item)
    {
        (SovereigntyPolicy, string) key = (policy, string.Join('\n', CertificateCoverage.ServicesOf(item)));
        if (!_gates.TryGetValue(key, out Verdicts? verdicts))
        {
            _gates[key] = verdicts = GateVerdicts.Of(Supply, new SovereigntyGate(Problem, policy, item));
        }

        return verdicts;
    }

    private sealed class GateComparer : IEqualityComparer<(SovereigntyPolicy Policy, string Services)>
    {
        public static GateComparer Instance { get; } = new();

        public bool Equals((SovereigntyPolicy Policy, string Services) x, (SovereigntyPolicy Policy, string Services) y) =>
            ReferenceEquals(x.Policy, y.Policy) && string.Equals(x.Services, y.Services, StringComparison.Ordinal);

        public int GetHashCode((SovereigntyPolicy Policy, string Services) key) =>
            HashCode.Combine(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(key.Policy), key.Services.GetHashCode(StringComparison.Ordinal));
    }
}
