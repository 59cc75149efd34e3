namespace Fulcrum.Grains.Journaling;

/// <summary>A page of head rows.</summary>
/// <param name="Heads">The rows.</param>
/// <param name="Next">Value of <see cref="HeadQuery.After"/> for the next page; null when this is the last.</param>
/// <param name="Total">Rows that match in all, when asked for.</param>
public sealed record HeadPage(IReadOnlyList<StreamHead> Heads, string? Next, long? Total);
