using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;

namespace Fulcrum.Contracts.Reading;

/// <summary>Reads the facts of providers, and what pools state differently.</summary>
internal static class ProfileReader
{
    private const string ServicePrefix = "service:";

    /// <summary>Facts of a provider: <c>null</c> is as absent.</summary>
    public static SovereigntyProfile Facts(ObjectReader o) => new()
    {
        Seat = o.Optional("seat")?.Country(),
        Controllers = o.Optional("controllers") is { } controllers ? Controllers(controllers) : null,
        StaffCountries = Countries(o, "staffCountries"),
        RemoteAdministrationFrom = Countries(o, "remoteAdministrationFrom"),
        KeyCustody = o.Optional("keyCustody")?.Text(),
        DataCountries = Countries(o, "dataCountries"),
        Certificates = o.Optional("certificates")?.List(DocumentLimits.ListLengthMax, static value => value.Members(Certificate)),
        Seal = o.Optional("seal")?.Map(
            DocumentLimits.ListLengthMax, NameRules.SealObjective, static value => (int)value.Whole(0, DocumentLimits.SealLevelMax)),
    };

    /// <summary>What a pool states differently: <c>null</c> withdraws a fact of its provider.</summary>
    public static SovereigntyProfile Override(ObjectReader o) => Facts(o) with { Withdrawn = [.. SovereigntyProfileConverter.Names.Where(o.IsNull)] };

    private static ImmutableArray<string>? Countries(ObjectReader o, string name) =>
        o.Optional(name)?.List(DocumentLimits.ListLengthMax, static value => value.Country());

    private static ImmutableArray<ControllerDocument> Controllers(ValueReader value)
    {
        ImmutableArray<ControllerDocument> controllers = value.List(DocumentLimits.ListLengthMax, static entry => entry.Members(Controller));
        decimal sum = controllers.Sum(static controller => controller.Share);
        if (sum > 1) value.Fault($"The shares of the controllers sum to {sum}; together they must be at most 1.");
        return controllers;
    }

    private static ControllerDocument Controller(ObjectReader o) => new()
    {
        Country = o.Required("country").Country(),
        Share = o.Required("share").Number(0, 1, DocumentLimits.ShareDecimalsMax),
    };

    private static CertificateDocument Certificate(ObjectReader o)
    {
        CertificateDocument certificate = new()
        {
            Scheme = o.Required("scheme").Text(),
            Level = o.Optional("level")?.Text(),
            Scopes = o.Optional("scopes") is { } scopes ? Scopes(scopes) : null,
            ValidFrom = o.Optional("validFrom")?.Day(),
            ValidTo = o.Optional("validTo")?.Day(),
            Evidence = o.Optional("evidence")?.Text(DocumentLimits.EvidenceLengthMax),
        };
        if (certificate.ValidFrom > certificate.ValidTo) o.Fault("The certificate's validTo is before its validFrom. Maybe they are exchanged.");
        return certificate;
    }

    private static ImmutableArray<string> Scopes(ValueReader value)
    {
        ImmutableArray<string> scopes = value.List(DocumentLimits.ListLengthMax, Scope);
        if (value.IsEmptyList) value.Fault("The scopes must not be empty. Maybe leave it out: absent covers the whole provider.");
        return scopes;
    }

    private static string Scope(ValueReader value)
    {
        string scope = value.Text();
        if (scope.Length > 0 && !scope.StartsWith(ServicePrefix, StringComparison.Ordinal))
        {
            value.Fault($"The scope ('{Excerpt.Of(scope)}') must be a service trait. Maybe you meant '{ServicePrefix}{Excerpt.Of(scope)}'.");
        }

        return scope;
    }
}
