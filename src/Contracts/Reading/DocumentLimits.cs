namespace Fulcrum.Contracts.Reading;

/// <summary>Bounds of every document. A value beyond its bound is a fault of the request.</summary>
public static class DocumentLimits
{
    /// <summary>Most bytes of a federation document.</summary>
    public const int FederationBytesMax = 64 * 1024 * 1024;

    /// <summary>Most bytes of an order, of a plan and of a document about one object.</summary>
    public const int OrderBytesMax = 1024 * 1024;

    /// <summary>Most bytes of a plan, which grows with the order's items and the pools they use.</summary>
    public const int DecisionBytesMax = 16 * 1024 * 1024;

    /// <summary>Deepest nesting of JSON objects and lists.</summary>
    public const int JsonDepthMax = 32;

    /// <summary>Most faults reported one by one; the rest are counted.</summary>
    public const int FaultsMax = 100;

    /// <summary>Most characters of a name, a trait, a scheme and of other short texts.</summary>
    public const int TextLengthMax = 200;

    /// <summary>Most characters of an address of evidence.</summary>
    public const int EvidenceLengthMax = 2_000;

    /// <summary>Most locations of a market.</summary>
    public const int LocationsMax = 2_000;

    /// <summary>Most measured links of a market.</summary>
    public const int LinksMax = 1_000_000;

    /// <summary>Most providers of a market.</summary>
    public const int ProvidersMax = 20_000;

    /// <summary>Most resource pools of a market.</summary>
    public const int ResourcePoolsMax = 100_000;

    /// <summary>Most offers of a pool.</summary>
    public const int OffersPerPoolMax = 2_000;

    /// <summary>Most resource classes of an inventory, a price book, an offer or a demand.</summary>
    public const int ResourceClassesMax = 64;

    /// <summary>Most entries of a list of traits, countries, providers, locations, controllers or certificates.</summary>
    public const int ListLengthMax = 1_000;

    /// <summary>Most items of an order.</summary>
    public const int OrderItemsMax = 2_000;

    /// <summary>Most relations of an order.</summary>
    public const int OrderRelationsMax = 10_000;

    /// <summary>Most user groups of an item.</summary>
    public const int UserGroupsPerItemMax = 200;

    /// <summary>Most spread and survive rules of an item, each.</summary>
    public const int SpreadRulesPerItemMax = 50;

    /// <summary>Longest hold that a request may ask for, seconds; the host may allow less.</summary>
    public const int HoldSecondsMax = 86_400;

    /// <summary>Most alternatives that a quote may ask for.</summary>
    public const int AlternativesMax = 20;

    /// <summary>Most shapes counted in one request.</summary>
    public const int ShapesMax = 100;

    /// <summary>Most assignments of a plan.</summary>
    public const int AssignmentsMax = 200_000;

    /// <summary>Most replicas of an item.</summary>
    public const int QuantityMax = 10_000;

    /// <summary>Largest amount of a resource class.</summary>
    public const long AmountMax = 1_000_000_000_000;

    /// <summary>Largest count in a rule: replicas, domains, providers.</summary>
    public const int CountMax = 1_000_000;

    /// <summary>Largest number of units sold per unit installed.</summary>
    public const decimal AllocationRatioMax = 1_000;

    /// <summary>Most decimals of an allocation ratio.</summary>
    public const int AllocationRatioDecimalsMax = 6;

    /// <summary>Highest price, EUR per hour, and EUR per GiB of traffic.</summary>
    public const decimal PriceMax = 1_000_000;

    /// <summary>Highest value, fee or budget, EUR per month.</summary>
    public const decimal MonthlyMoneyMax = 1_000_000_000;

    /// <summary>Most traffic, GiB per month.</summary>
    public const decimal TrafficGiBMax = 1_000_000_000;

    /// <summary>Longest latency, milliseconds.</summary>
    public const decimal LatencyMsMax = 1_000_000;

    /// <summary>Largest weight of a term.</summary>
    public const decimal WeightMax = 1_000;

    /// <summary>Most decimals of a weight.</summary>
    public const int WeightDecimalsMax = 3;

    /// <summary>Most decimals of a share.</summary>
    public const int ShareDecimalsMax = 6;

    /// <summary>Largest tolerance of a term, as a share of its value.</summary>
    public const decimal ToleranceMax = 1_000;

    /// <summary>Most decimals of a tolerance.</summary>
    public const int ToleranceDecimalsMax = 6;

    /// <summary>Highest level of an objective of the EU Cloud Sovereignty Framework.</summary>
    public const int SealLevelMax = 4;

    /// <summary>Longest solve that an order may ask for, milliseconds.</summary>
    public const int SolveMillisecondsMax = 600_000;

    /// <summary>Largest money in a plan as stated, EUR per month, either sign.</summary>
    public const decimal StatedMoneyMax = 1_000_000_000_000;

    /// <summary>Largest objective and bound in a plan as stated, EUR per month, either sign.</summary>
    public const decimal StatedObjectiveMax = 1_000_000_000_000_000;

    /// <summary>Most decimals of money in a plan as stated: whole micro-EUR.</summary>
    public const int MoneyDecimalsMax = 6;

    /// <summary>Most decimals of an objective as stated: a weight's decimals and those of money.</summary>
    public const int ObjectiveDecimalsMax = 9;
}
