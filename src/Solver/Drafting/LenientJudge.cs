using Fulcrum.Solver.Bounding;

namespace Fulcrum.Solver.Drafting;

/// <summary>Judges drafts that break rules too: by how often they do, then by what they cost. Moves that mend them one by one end at a draft that keeps the rules.</summary>
/// <param name="judge">The judge that keeps to the rules.</param>
internal sealed class LenientJudge(DraftJudge judge) : IDraftJudge
{
    /// <summary>What breaking a rule once costs; above what most orders cost, and far below what sums can hold.</summary>
    private const long Penalty = Cost.Largest >> 10;

    private const long BrokenMost = 1 << 12;

    /// <inheritdoc />
    public long Judge(Draft draft, long below = Cost.Infinite)
    {
        (long cost, long broken) = judge.Weigh(draft);
        long sum = Cost.Add(cost, Math.Min(BrokenMost, broken) * Penalty);
        return sum < below ? sum : Cost.Infinite;
    }

    /// <inheritdoc />
    public int Room(Draft draft, int item, int way, int most) => judge.Room(draft, item, way, most);
}
