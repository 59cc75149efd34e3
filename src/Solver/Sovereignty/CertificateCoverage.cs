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
    public bool Meets(IReadOnlyList<Certificate> held, CertificateRequirement requirement)
    {
        foreach (CertificateAlternative alternative in requirement.AnyOf)
        {
            if (Meets(held, alternative)) return true;
        }

        return false;
    }

    private bool Meets(IReadOnlyList<Certificate> held, CertificateAlternative alternative)
    {
        if (services.Count == 0) return IsCovered(held, alternative, service: null);
        foreach (string service in services)
        {
            if (!IsCovered(held, alternative, service)) return false;
        }

        return true;
    }

    /// <summary>Whether a certificate of an alternative covers a service, or the whole provider where none is given.</summary>
    private bool IsCovered(IReadOnlyList<Certificate> held, CertificateAlternative alternative, string? service)
    {
        for (int i = 0; i < held.Count; i++)
        {
            Certificate certificate = held[i];
            bool isWide = certificate.Scopes is not { } scopes || (service is not null && scopes.Contains(service));
            if (isWide && IsOf(certificate, alternative) && IsValid(certificate)) return true;
        }

        return false;
    }

    private static bool IsOf(Certificate certificate, CertificateAlternative alternative) =>
        certificate.Scheme == alternative.Scheme
        && (alternative.Levels is null || (certificate.Level is { } level && alternative.Levels.Contains(level)));

    private bool IsValid(Certificate certificate) =>
        (certificate.ValidFrom is not { } from || from <= day) && (certificate.ValidTo is not { } to || day <= to);
}
