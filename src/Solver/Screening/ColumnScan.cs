using System.Numerics;

namespace Fulcrum.Solver.Screening;

/// <summary>Looks through columns, several numbers at once.</summary>
internal static class ColumnScan
{
    /// <summary>The first place from one on with a number of at most so much; the length of the column when there is none.</summary>
    public static int NextAtMost(ReadOnlySpan<long> column, int from, long most)
    {
        int i = from;
        Vector<long> limit = new(most);
        while (i <= column.Length - Vector<long>.Count && !Vector.LessThanOrEqualAny(new Vector<long>(column[i..]), limit)) i += Vector<long>.Count;
        while (i < column.Length && column[i] > most) i++;
        return i;
    }
}
