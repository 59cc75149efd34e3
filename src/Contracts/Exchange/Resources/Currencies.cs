namespace Fulcrum.Contracts.Exchange.Resources;

/// <summary>Currencies of money in resources.</summary>
public static class Currencies
{
    /// <summary>The market's currency.</summary>
    public const string Euro = "EUR";
}
