namespace Fulcrum.Contracts.Identity;

/// <summary>Roles of callers, named as the control plane names them.</summary>
[GenerateSerializer, Alias("caller-role")]
public enum CallerRole
{
    /// <summary>Runs the exchange.</summary>
    Admin,

    /// <summary>Buys or provides.</summary>
    Participant,

    /// <summary>Acts for a provider's agent.</summary>
    Agent,
}
