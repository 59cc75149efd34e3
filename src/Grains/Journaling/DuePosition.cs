namespace Fulcrum.Grains.Journaling;

/// <summary>Where a reading of due streams left off.</summary>
/// <param name="NextDue">Due time of the last stream read.</param>
/// <param name="Stream">Name of the last stream read.</param>
public sealed record DuePosition(DateTimeOffset NextDue, string Stream);
