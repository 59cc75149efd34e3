using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Explanation;

/// <summary>Takes a sovereignty policy apart into policies of one demand each.</summary>
internal static class PolicyMembers
{
    /// <summary>One policy per demand, with a key that is the same for the same demand.</summary>
    public static IEnumerable<(object Key, SovereigntyPolicy Member)> Of(SovereigntyPolicy policy)
    {
        if (policy.DataCountries is { } data) yield return (("data", data), new() { DataCountries = data });
        if (policy.SeatIn is { } seat) yield return (("seat", seat), new() { SeatIn = seat });
        if (policy.StaffIn is { } staff) yield return (("staff", staff), new() { StaffIn = staff });
        if (policy.RemoteAdministrationIn is { } remote) yield return (("remote", remote), new() { RemoteAdministrationIn = remote });
        if (policy.KeyCustody is { } custody) yield return (("custody", custody), new() { KeyCustody = custody });
        if (policy.MaxNonEuControlShareMillionths is { } share) yield return (("control", share), new() { MaxNonEuControlShareMillionths = share });
        foreach (CertificateRequirement certificate in policy.Certificates ?? []) yield return (("certificate", certificate), new() { Certificates = [certificate] });
        foreach ((string objective, int level) in policy.MinSeal ?? new Dictionary<string, int>())
        {
            yield return (("seal", objective, level), new() { MinSeal = new Dictionary<string, int> { [objective] = level } });
        }
    }
}
