namespace Fulcrum.Contracts.Orders;

/// <summary>What is asked for.</summary>
[GenerateSerializer, Alias("orders.place-mode")]
public enum PlaceMode
{
    /// <summary>Plan and hold.</summary>
    Hold,

    /// <summary>Plan; claim nothing.</summary>
    Quote,

    /// <summary>Hold exactly the plan of the quote under this id.</summary>
    HoldQuote,
}
