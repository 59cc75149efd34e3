using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Compilation;

/// <summary>What each provider charges for egress, worked out when first asked for.</summary>
internal sealed class EgressCharges(IReadOnlyList<Provider> providers)
{
    private readonly Dictionary<int, EgressCharge?> _charges = [];

    /// <summary>The charge of a provider; null is free.</summary>
    public EgressCharge? this[int provider]
    {
        get
        {
            if (!_charges.TryGetValue(provider, out EgressCharge? charge)) _charges[provider] = charge = EgressCharge.Of(providers[provider].Egress);
            return charge;
        }
    }
}
