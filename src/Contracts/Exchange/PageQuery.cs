namespace Fulcrum.Contracts.Exchange;

/// <summary>Which page of a list.</summary>
[GenerateSerializer, Immutable, Alias("exchange.page-query")]
public sealed record PageQuery
{
    /// <summary>Items on a page unless asked otherwise.</summary>
    public const int LimitDefault = 50;

    /// <summary>Most items on a page.</summary>
    public const int LimitMax = 1000;

    /// <summary>Items wanted, 1 … <see cref="LimitMax"/>.</summary>
    [Id(0)] public int Limit { get; init; } = LimitDefault;

    /// <summary>Where to continue.</summary>
    [Id(1)] public string? Cursor { get; init; }

    /// <summary>Order by id, descending.</summary>
    [Id(2)] public bool Descending { get; init; }
}
