using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Pools;
using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Grains.Pools;

/// <summary>What must hold for a new claim, in the order in which it is checked.</summary>
internal static class HoldRules
{
    /// <summary>The first reason against a claim, or none.</summary>
    public static (HoldRefusalReason Reason, string? Detail) Check(PoolState state, HoldCommand command, DateTimeOffset now)
    {
        if (now > command.Deadline) return (HoldRefusalReason.DeadlineExceeded, null);
        if (!state.OnMarket || command.HoldId.Pool.Value != state.Pool!.Id) return (HoldRefusalReason.NotFound, null);
        if (command.ConfigVersion != state.ConfigVersion)
        {
            return (HoldRefusalReason.ConfigurationChanged, $"Planned on configuration {command.ConfigVersion}, now {state.ConfigVersion}.");
        }

        if (!state.Active) return (HoldRefusalReason.NotActive, null);
        if (command.CompliantUntil is { } end && end <= now) return (HoldRefusalReason.NotCompliant, $"A fact ended at {end:O}.");
        if (CheckUnits(state.Pool.Inventories, command) is { } invalid) return (HoldRefusalReason.InvalidAmount, invalid);
        return CheckCapacity(state, command.Amounts);
    }

    private static string? CheckUnits(SortedMap<InventoryDocument> inventories, HoldCommand command)
    {
        if (command.Lines.IsEmpty) return "Nothing is claimed.";
        SortedMap<long> sum = [];
        foreach (HoldLine line in command.Lines)
        {
            if (line.Quantity <= 0) return $"The quantity of item '{line.ItemId}' is {line.Quantity}.";
            if (CheckLine(inventories, line) is { } invalid) return invalid;
            sum = sum.Plus(line.Resources.Times(line.Quantity));
        }

        return sum.Equals(command.Amounts) ? null : "The amounts are not the sum of the lines.";
    }

    private static string? CheckLine(SortedMap<InventoryDocument> inventories, HoldLine line)
    {
        foreach ((string resourceClass, long amount) in line.Resources)
        {
            if (!inventories.TryGetValue(resourceClass, out InventoryDocument? inventory)) return $"The pool has no '{resourceClass}'.";
            if (amount <= 0 || amount < inventory.MinUnit || amount > (inventory.MaxUnit ?? long.MaxValue) || amount % inventory.StepSize != 0)
            {
                return $"{amount} of '{resourceClass}' per replica is outside the pool's units.";
            }
        }

        return null;
    }

    private static (HoldRefusalReason Reason, string? Detail) CheckCapacity(PoolState state, SortedMap<long> amounts)
    {
        foreach ((string resourceClass, long amount) in amounts)
        {
            if (state.IsOvercommitted(resourceClass)) return (HoldRefusalReason.Overcommitted, resourceClass);
            long free = state.Sellable.Of(resourceClass) - state.Claimed(resourceClass);
            if (amount > free) return (HoldRefusalReason.InsufficientCapacity, $"{amount} of '{resourceClass}' asked, {free} left.");
        }

        return (HoldRefusalReason.None, null);
    }
}
