using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Supplies;

/// <summary>In which portions a class of a pool is claimed.</summary>
internal readonly record struct UnitLimits(long MinUnit, long MaxUnit, long StepSize)
{
    /// <summary>The limits of an inventory.</summary>
    public static UnitLimits Of(Inventory inventory) => new(inventory.MinUnit, inventory.MaxUnit, inventory.StepSize);

    /// <summary>Whether a replica may consume this amount.</summary>
    public bool Admit(long amount) => amount >= MinUnit && amount <= MaxUnit && amount % StepSize == 0;
}
