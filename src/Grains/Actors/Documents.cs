using Fulcrum.Grains.Journaling;

namespace Fulcrum.Grains.Actors;

/// <summary>Compares documents.</summary>
internal static class Documents
{
    /// <summary>Whether two documents say the same.</summary>
    public static bool AreSame<T>(T left, T right) => Summaries.Write(left).Span.SequenceEqual(Summaries.Write(right).Span);
}
