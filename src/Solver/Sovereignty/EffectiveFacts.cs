using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Sovereignty;

/// <summary>The facts that hold for a pool: its provider's, with what the pool states differently.</summary>
internal static class EffectiveFacts
{
    /// <summary>Facts of a pool; each member is replaced or withdrawn whole.</summary>
    public static SovereigntyFacts Of(SovereigntyFacts provider, SovereigntyOverride? pool) => pool is null ? provider : new SovereigntyFacts
    {
        Seat = Choose(FactKinds.Seat, facts => facts.Seat, provider, pool),
        Controllers = Choose(FactKinds.Controllers, facts => facts.Controllers, provider, pool),
        StaffCountries = Choose(FactKinds.StaffCountries, facts => facts.StaffCountries, provider, pool),
        RemoteAdministrationFrom = Choose(FactKinds.RemoteAdministrationFrom, facts => facts.RemoteAdministrationFrom, provider, pool),
        KeyCustody = Choose(FactKinds.KeyCustody, facts => facts.KeyCustody, provider, pool),
        DataCountries = Choose(FactKinds.DataCountries, facts => facts.DataCountries, provider, pool),
        Certificates = Choose(FactKinds.Certificates, facts => facts.Certificates, provider, pool),
        Seal = Choose(FactKinds.Seal, facts => facts.Seal, provider, pool),
    };

    private static T? Choose<T>(FactKinds kind, Func<SovereigntyFacts, T?> member, SovereigntyFacts provider, SovereigntyOverride pool)
        where T : class => pool.Withdrawn.HasFlag(kind) ? null : member(pool.Facts) ?? member(provider);
}
