namespace Fulcrum.Contracts.Documents;

/// <summary>The terms of an objective.</summary>
[GenerateSerializer, Alias("objective-term")]
public enum ObjectiveTerm
{
    /// <summary>Replica prices, fees, egress.</summary>
    Price,

    /// <summary>What latency is worth.</summary>
    Locality,

    /// <summary>Preferences not met.</summary>
    Sovereignty,
}
