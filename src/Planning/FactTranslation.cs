using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;
using Fulcrum.Solver.Model;

namespace Fulcrum.Planning;

/// <summary>Translates sovereignty profiles.</summary>
internal static class FactTranslation
{
    public static SovereigntyFacts ToFacts(SovereigntyProfile profile) => new()
    {
        Seat = profile.Seat,
        Controllers = ToList(profile.Controllers, static controller => new Controller(controller.Country, Units.ToMillionths(controller.Share))),
        StaffCountries = profile.StaffCountries,
        RemoteAdministrationFrom = profile.RemoteAdministrationFrom,
        KeyCustody = profile.KeyCustody,
        DataCountries = profile.DataCountries,
        Certificates = ToList(profile.Certificates, static certificate => new Certificate(
            certificate.Scheme, certificate.Level, certificate.Scopes, certificate.ValidFrom, certificate.ValidTo)),
        Seal = profile.Seal,
    };

    /// <summary>What a pool states differently, or null when it states nothing.</summary>
    public static SovereigntyOverride? ToOverride(SovereigntyProfile profile)
    {
        FactKinds withdrawn = profile.Withdrawn.Aggregate(
            FactKinds.None, static (kinds, name) => kinds | Enum.Parse<FactKinds>(name, ignoreCase: true));
        SovereigntyFacts facts = ToFacts(profile);
        return withdrawn == FactKinds.None && facts == SovereigntyFacts.None ? null : new SovereigntyOverride(facts, withdrawn);
    }

    private static TModel[]? ToList<TDocument, TModel>(ImmutableArray<TDocument>? documents, Func<TDocument, TModel> translate) =>
        documents is { } list ? [.. list.Select(translate)] : null;
}
