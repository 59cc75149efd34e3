using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Certification;

/// <summary>Facts and policies in canonical form.</summary>
internal sealed class SovereigntyHash(CanonicalWriter writer)
{
    /// <summary>Writes what a pool states differently.</summary>
    public void Write(SovereigntyOverride? stated)
    {
        writer.Write(stated is null ? -1L : (long)stated.Withdrawn);
        if (stated is not null) Write(stated.Facts);
    }

    /// <summary>Writes facts.</summary>
    public void Write(SovereigntyFacts facts)
    {
        writer.Write(facts.Seat);
        writer.WriteAll(facts.Controllers, controller =>
        {
            writer.Write(controller.Country);
            writer.Write(controller.ShareMillionths);
        });
        writer.WriteAll(facts.StaffCountries, writer.Write);
        writer.WriteAll(facts.RemoteAdministrationFrom, writer.Write);
        writer.Write(facts.KeyCustody);
        writer.WriteAll(facts.DataCountries, writer.Write);
        writer.WriteAll(facts.Certificates, Write);
        writer.WriteMap(facts.Seal, level => writer.Write(level));
    }

    /// <summary>Writes a policy.</summary>
    public void Write(SovereigntyPolicy? policy)
    {
        writer.Write(policy is null ? 0L : 1L);
        if (policy is null) return;
        writer.WriteAll(policy.DataCountries, writer.Write);
        writer.WriteAll(policy.SeatIn, writer.Write);
        writer.WriteAll(policy.StaffIn, writer.Write);
        writer.WriteAll(policy.RemoteAdministrationIn, writer.Write);
        writer.WriteAll(policy.KeyCustody, writer.Write);
        writer.Write((long?)policy.MaxNonEuControlShareMillionths);
        writer.WriteAll(policy.Certificates, requirement => writer.WriteAll(requirement.AnyOf, Write));
        writer.WriteMap(policy.MinSeal, level => writer.Write(level));
    }

    private void Write(Certificate certificate)
    {
        writer.Write(certificate.Scheme);
        writer.Write(certificate.Level);
        writer.WriteAll(certificate.Scopes, writer.Write);
        writer.Write((long?)certificate.ValidFrom?.DayNumber);
        writer.Write((long?)certificate.ValidTo?.DayNumber);
    }

    private void Write(CertificateAlternative alternative)
    {
        writer.Write(alternative.Scheme);
        writer.WriteAll(alternative.Levels, writer.Write);
    }
}
