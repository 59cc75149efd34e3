using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Checking;

/// <summary>The facts that hold for a pool: its provider's, with the pool's own in their place where it states any.</summary>
internal static class EffectiveFacts
{
    public static SovereigntyFacts Of(ResourcePool pool, Provider provider)
    {
        SovereigntyFacts stated = provider.Facts;
        if (pool.Override is not { } own) return stated;

        SovereigntyFacts facts = own.Facts;
        bool Holds(FactKinds kind) => (own.Withdrawn & kind) == FactKinds.None;
        return new SovereigntyFacts
        {
            Seat = Holds(FactKinds.Seat) ? facts.Seat ?? stated.Seat : null,
            Controllers = Holds(FactKinds.Controllers) ? facts.Controllers ?? stated.Controllers : null,
            StaffCountries = Holds(FactKinds.StaffCountries) ? facts.StaffCountries ?? stated.StaffCountries : null,
            RemoteAdministrationFrom =
                Holds(FactKinds.RemoteAdministrationFrom) ? facts.RemoteAdministrationFrom ?? stated.RemoteAdministrationFrom : null,
            KeyCustody = Holds(FactKinds.KeyCustody) ? facts.KeyCustody ?? stated.KeyCustody : null,
            DataCountries = Holds(FactKinds.DataCountries) ? facts.DataCountries ?? stated.DataCountries : null,
            Certificates = Holds(FactKinds.Certificates) ? facts.Certificates ?? stated.Certificates : null,
            Seal = Holds(FactKinds.Seal) ? facts.Seal ?? stated.Seal : null,
        };
    }
}
