using Fulcrum.Solver.Bounding;

namespace Fulcrum.Solver.Drafting;

/// <summary>Judges drafts by one term, and refuses those that exceed what others are held at.</summary>
/// <param name="judge">What the term of a draft is worth.</param>
/// <param name="held">The terms held.</param>
/// <param name="heldJudges">What they are worth, in the same order.</param>
/// <param name="offset">What the caps cost, a part of every cost.</param>
internal sealed class TermDraftJudge(DraftJudge judge, IReadOnlyList<HeldTerm> held, IReadOnlyList<DraftJudge> heldJudges, long offset) : IDraftJudge
{
    private readonly double[] _excess = new double[held.Count];
    private int _noted;

    /// <summary>By how much noted drafts exceeded each held term, mean, micro-EUR; null when none was noted.</summary>
    public IReadOnlyList<double>? Excess => _noted == 0 ? null : [.. _excess.Select(sum => sum / _noted)];

    /// <inheritdoc />
    public long Judge(Draft draft, long below = Cost.Infinite)
    {
        long value = judge.Judge(draft);
        if (value >= Cost.Infinite) return Cost.Infinite;
        for (int i = 0; i < held.Count; i++)
        {
            if (heldJudges[i].Judge(draft) > held[i].MostMicros) return Cost.Infinite;
        }

        return (value * TermAim.WeightThousandths) + offset;
    }

    /// <inheritdoc />
    public int Room(Draft draft, int item, int way, int most) => judge.Room(draft, item, way, most);

    /// <inheritdoc />
    public void Note(Draft draft)
    {
        if (held.Count == 0 || heldJudges[0].Judge(draft) >= Cost.Infinite) return;
        for (int i = 0; i < held.Count; i++) _excess[i] += heldJudges[i].Judge(draft) - held[i].MostMicros;
        _noted++;
    }
}
