namespace Fulcrum.Contracts.Orders;

/// <summary>What became of a hold.</summary>
[GenerateSerializer, Alias("orders.probe-verdict")]
public enum ProbeVerdict
{
    /// <summary>Nothing is decided; ask again.</summary>
    AskAgain,

    /// <summary>It is an allocation.</summary>
    Confirmed,

    /// <summary>It is over.</summary>
    Released,
}
