using System.Globalization;
using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Checking;

/// <summary>Which certificates asked for are not shown: of the scheme and level, valid on the UTC day, covering the item's services.</summary>
internal static class CertificateGate
{
    private const string ServicePrefix = "service:";

    public static IEnumerable<(string Rule, string Message)> Faults(
        IReadOnlyList<CertificateRequirement>? demanded, IReadOnlyList<Certificate>? held, OrderItem item, DateTimeOffset decidedAt)
    {
        DateOnly day = DateOnly.FromDateTime(decidedAt.UtcDateTime);
        string[] services = [.. item.RequiredTraits.Where(trait => trait.StartsWith(ServicePrefix, StringComparison.Ordinal))];
        foreach (CertificateRequirement requirement in demanded ?? [])
        {
            if (requirement.AnyOf.Any(alternative => IsMet(alternative, held ?? [], services, day))) continue;
            string cover = services.Length == 0 ? "the whole provider" : Wording.List(services);
            string schemes = string.Join(" or ", requirement.AnyOf.Select(Describe));
            yield return (
                ViolationRules.SovereigntyCertificates,
                $"has no certificate {schemes} that covers {cover} on {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} ({DescribeHeld(held)})");
        }
    }

    private static bool IsMet(CertificateAlternative alternative, IReadOnlyList<Certificate> held, string[] services, DateOnly day)
    {
        Certificate[] fitting = [.. held.Where(certificate => Fits(certificate, alternative, day))];
        return services.Length == 0
            ? fitting.Any(certificate => certificate.Scopes is null)
            : services.All(service => fitting.Any(certificate => certificate.Scopes?.Contains(service, StringComparer.Ordinal) ?? true));
    }

    private static bool Fits(Certificate certificate, CertificateAlternative alternative, DateOnly day) =>
        string.Equals(certificate.Scheme, alternative.Scheme, StringComparison.Ordinal)
        && (alternative.Levels is null || (certificate.Level is not null && alternative.Levels.Contains(certificate.Level, StringComparer.Ordinal)))
        && (certificate.ValidFrom is not { } first || first <= day)
        && (certificate.ValidTo is not { } last || day <= last);

    private static string Describe(CertificateAlternative alternative) =>
        alternative.Levels is null ? alternative.Scheme : $"{alternative.Scheme} ({Wording.List(alternative.Levels)})";

    private static string DescribeHeld(IReadOnlyList<Certificate>? held) => held is not { Count: > 0 }
        ? "it holds none"
        : "it holds " + Wording.List(held.Select(certificate => string.Create(
            CultureInfo.InvariantCulture,
            $"{certificate.Scheme} {certificate.Level} {certificate.ValidFrom:yyyy-MM-dd}…{certificate.ValidTo:yyyy-MM-dd}")));
}
