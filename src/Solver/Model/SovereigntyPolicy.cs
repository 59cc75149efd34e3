namespace Fulcrum.Solver.Model;

/// <summary>What is demanded of a pool's facts. A member that is null demands nothing. Country lists have groups already expanded.</summary>
public sealed record SovereigntyPolicy
{
    /// <summary>Where the pool and all its data must be.</summary>
    public IReadOnlyList<string>? DataCountries { get; init; }

    /// <summary>Where the seat must be.</summary>
    public IReadOnlyList<string>? SeatIn { get; init; }

    /// <summary>Where all staff must be.</summary>
    public IReadOnlyList<string>? StaffIn { get; init; }

    /// <summary>Where all remote administration must come from.</summary>
    public IReadOnlyList<string>? RemoteAdministrationIn { get; init; }

    /// <summary>Accepted kinds of key custody.</summary>
    public IReadOnlyList<string>? KeyCustody { get; init; }

    /// <summary>Largest share of control not shown to be in the EU, in parts per million.</summary>
    public int? MaxNonEuControlShareMillionths { get; init; }

    /// <summary>Certificates asked for: one alternative of each entry must be met.</summary>
    public IReadOnlyList<CertificateRequirement>? Certificates { get; init; }

    /// <summary>Least level per objective.</summary>
    public IReadOnlyDictionary<string, int>? MinSeal { get; init; }
}
