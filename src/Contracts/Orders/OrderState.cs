namespace Fulcrum.Contracts.Orders;

/// <summary>Where an order is.</summary>
[GenerateSerializer, Alias("orders.state")]
public enum OrderState
{
    /// <summary>Known; nothing is decided.</summary>
    Received,

    /// <summary>Has a priced plan; claims nothing.</summary>
    Quoted,

    /// <summary>Every hold of its plan is there.</summary>
    Held,

    /// <summary>Its holds are allocations.</summary>
    Confirmed,

    /// <summary>The exchange has reported it provisioned.</summary>
    Active,

    /// <summary>Was active; over.</summary>
    Ended,

    /// <summary>No plan exists.</summary>
    Rejected,

    /// <summary>A fault of ours, with a code.</summary>
    Failed,

    /// <summary>Given up before it was active.</summary>
    Cancelled,

    /// <summary>Not confirmed in time, with a code.</summary>
    Expired,
}
