using System.Numerics;
using Fulcrum.Solver.Model;
using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Checking;

/// <summary>What the preferences cost that a plan does not meet.</summary>
internal sealed class PreferenceTerm
{
    private readonly PlacedPlan _plan;
    private readonly BigInteger _replicasOfOrder;

    public PreferenceTerm(PlacedPlan plan)
    {
        _plan = plan;
        _replicasOfOrder = plan.Order.Items.Aggregate(BigInteger.Zero, (sum, item) => sum + item.Quantity);
    }

    /// <summary>Cost of one replica of the line: its share of each preference that its pool does not meet.</summary>
    public BigInteger PerReplica(PlanLine line)
    {
        BigInteger sum = BigInteger.Zero;
        foreach (SovereigntyPreference preference in _plan.Order.Policy.Preferences)
        {
            if (SovereigntyGate.Faults(_plan, line.Item, line.Pool, preference.Requirement).Any())
            {
                sum += (Fraction.Of((BigInteger)preference.ValueMicros) / _replicasOfOrder).Round();
            }
        }

        return sum;
    }
}
