namespace Fulcrum.Contracts.Documents;

/// <summary>Whether a provider or a pool takes new orders.</summary>
[GenerateSerializer, Alias("lifecycle-status")]
public enum LifecycleStatus
{
    /// <summary>Takes new orders.</summary>
    Active,

    /// <summary>Takes no new orders; what is held may still be confirmed.</summary>
    Draining,

    /// <summary>Takes no new orders; what is held is voided.</summary>
    Suspended,
}
