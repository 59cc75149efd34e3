namespace Fulcrum.Solver.Model;

/// <summary>Typed facts about who owns, runs and can reach a service. A member that is null is a missing fact: it fails the gate that asks for it.</summary>
public sealed record SovereigntyFacts
{
    /// <summary>A profile without any fact.</summary>
    public static SovereigntyFacts None { get; } = new();

    /// <summary>Country of the registered seat.</summary>
    public string? Seat { get; init; }

    /// <summary>Who controls the provider, with shares; an empty list is a missing fact.</summary>
    public IReadOnlyList<Controller>? Controllers { get; init; }

    /// <summary>Countries of the staff that operates the service; an empty list is a missing fact.</summary>
    public IReadOnlyList<string>? StaffCountries { get; init; }

    /// <summary>Countries from which the service is administered remotely; an empty list states that there is none.</summary>
    public IReadOnlyList<string>? RemoteAdministrationFrom { get; init; }

    /// <summary>Who holds the encryption keys.</summary>
    public string? KeyCustody { get; init; }

    /// <summary>Countries where data is kept; an empty list is a missing fact.</summary>
    public IReadOnlyList<string>? DataCountries { get; init; }

    /// <summary>Certificates held, with their scopes and validity.</summary>
    public IReadOnlyList<Certificate>? Certificates { get; init; }

    /// <summary>Level reached per objective of the EU Cloud Sovereignty Framework (<c>SOV-1</c> … <c>SOV-8</c>).</summary>
    public IReadOnlyDictionary<string, int>? Seal { get; init; }
}
