using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Sovereignty;

/// <summary>Whether certificates cover an item on a day.</summary>
/// <param name="services">Services that the item names; none asks for a certificate of the whole provider.</param>
/// <param name="day">UTC day of the decision.</param>
internal sealed class CertificateCoverage(IReadOnlyList<string> services, DateOnly day)
{
    private const string ServicePrefix = "service:";

    /// <summary>The services among the traits that an item requires.</summary>
    public static IReadOnlyList<string> ServicesOf(OrderItem item) =>
        [.. item.RequiredTraits.Where(trait => trait.StartsWith(ServicePrefix, StringComparison.Ordinal))];

    /// <summary>Whether one alternative of a requirement is met.</summary>
    public bool Meets(IReadOnlyList<Certificate> held, CertificateRequirement requirement) =>
        requirement.AnyOf.Any(alternative => Meets(held, alternative));

    private bool Meets(IReadOnlyList<Certificate> held, CertificateAlternative alternative)
    {
        List<Certificate> valid = [.. held.Where(certificate => IsOf(certificate, alternative) && IsValid(certificate))];
        return services.Count == 0
            ? valid.Any(certificate => certificate.Scopes is null)
            : services.All(service => valid.Any(certificate => certificate.Scopes is null || certificate.Scopes.Contains(service)));
    }

    private static bool IsOf(Certificate certificate, CertificateAlternative alternative) =>
        certificate.Scheme == alternative.Scheme
        && (alternative.Levels is null || (certificate.Level is { } level && alternative.Levels.Contains(level)));

    private bool IsValid(Certificate certificate) =>
        (certificate.ValidFrom is not { } from || from <= day) && (certificate.ValidTo is not { } to || day <= to);
}
