namespace Fulcrum.Solver.Model;

/// <summary>The members of <see cref="SovereigntyFacts"/>, as flags.</summary>
[Flags]
public enum FactKinds
{
    /// <summary>No member.</summary>
    None = 0,

    /// <summary><see cref="SovereigntyFacts.Seat"/>.</summary>
    Seat = 1,

    /// <summary><see cref="SovereigntyFacts.Controllers"/>.</summary>
    Controllers = 2,

    /// <summary><see cref="SovereigntyFacts.StaffCountries"/>.</summary>
    StaffCountries = 4,

    /// <summary><see cref="SovereigntyFacts.RemoteAdministrationFrom"/>.</summary>
    RemoteAdministrationFrom = 8,

    /// <summary><see cref="SovereigntyFacts.KeyCustody"/>.</summary>
    KeyCustody = 16,

    /// <summary><see cref="SovereigntyFacts.DataCountries"/>.</summary>
    DataCountries = 32,

    /// <summary><see cref="SovereigntyFacts.Certificates"/>.</summary>
    Certificates = 64,

    /// <summary><see cref="SovereigntyFacts.Seal"/>.</summary>
    Seal = 128,
}
