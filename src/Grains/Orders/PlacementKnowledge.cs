using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Orders;
using Fulcrum.Contracts.Pools;

namespace Fulcrum.Grains.Orders;

/// <summary>What one placement has learned about pools, cycle by cycle.</summary>
internal sealed class PlacementKnowledge
{
    private readonly Dictionary<string, PoolSummary> _corrections = new(StringComparer.Ordinal);
    private readonly HashSet<ResourcePoolId> _excluded = [];

    /// <summary>Whether shards are to be read afresh before anything is rejected.</summary>
    public bool Afresh { get; set; }

    /// <summary>Whether pools were left out, so that nothing can be proved about the market.</summary>
    public bool HasExclusions => _excluded.Count > 0;

    /// <summary>Takes in what pools have answered.</summary>
    public void Learn(IEnumerable<PoolAnswer> answers)
    {
        foreach (PoolAnswer answer in answers.Where(answer => !answer.Accepted))
        {
            if (answer.Reply is { Summary: { } summary } reply && Corrects(reply.Reason)) _corrections[answer.Pool.Value] = summary;
            else _excluded.Add(answer.Pool);
        }
    }

    /// <summary>What to plan now.</summary>
    public PlanRequest ToRequest(OrderId id, PlaceOrder command, DateTimeOffset now) => new()
    {
        OrderId = id,
        Order = command.Order!,
        Options = command.Options,
        At = now,
        Deadline = command.Deadline,
        Corrections = [.. _corrections.Values],
        Excluded = [.. _excluded],
        Afresh = Afresh,
    };

    private static bool Corrects(HoldRefusalReason reason) => reason is
        HoldRefusalReason.ConfigurationChanged or HoldRefusalReason.NotActive or HoldRefusalReason.InsufficientCapacity
        or HoldRefusalReason.Overcommitted or HoldRefusalReason.NotCompliant;
}
