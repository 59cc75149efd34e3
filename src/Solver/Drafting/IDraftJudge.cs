namespace Fulcrum.Solver.Drafting;

/// <summary>Says what drafts cost.</summary>
internal interface IDraftJudge
{
    /// <summary>The cost of a draft that is complete, as its search compares it; infinite when it breaks a rule, or when it is not below a limit.</summary>
    long Judge(Draft draft, long below = Bounding.Cost.Infinite);

    /// <summary>Replicas of a way that still fit beside a draft into its pool and under the item's caps, at most so many.</summary>
    int Room(Draft draft, int item, int way, int most);

    /// <summary>Judges drafts that break rules too; null where there is none.</summary>
    IDraftJudge? Lenient => null;

    /// <summary>Takes note of what a draft that comes straight from the relaxation does to terms that are held.</summary>
    void Note(Draft draft)
    {
    }
}
