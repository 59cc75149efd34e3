using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Tests.Oracle;

/// <summary>One way to serve a replica of an item – candidate or not – with everything that is known of it without the rest of the plan.</summary>
internal sealed record Way
{
    public required int Item { get; init; }

    public required int Pool { get; init; }

    public required int Offer { get; init; }

    /// <summary>Whether it is a candidate, eligible, past the gate and near enough to every user.</summary>
    public required bool Allowed { get; init; }

    /// <summary>Price of one replica; null when the price book does not name every class.</summary>
    public required long? Price { get; init; }

    public required IReadOnlyDictionary<string, long> Consumes { get; init; }

    /// <summary>Traffic of one replica to users.</summary>
    public required long UserMebibytes { get; init; }

    /// <summary>Locality of one replica towards users.</summary>
    public required long UserLocality { get; init; }

    /// <summary>Preferences that one replica here does not meet.</summary>
    public required long Unmet { get; init; }

    public PlanLine Line(int quantity) => new(Item, Pool, Offer, quantity);
}
