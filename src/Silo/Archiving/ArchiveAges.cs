namespace Fulcrum.Silo.Archiving;

/// <summary>How old events must be.</summary>
/// <param name="Archive">To be archived.</param>
/// <param name="Delete">To be deleted; null keeps them for ever.</param>
internal sealed record ArchiveAges(TimeSpan Archive, TimeSpan? Delete)
{
    /// <summary>The ages that settings name.</summary>
    public static ArchiveAges Of(Configuration.ArchiveSettings settings) =>
        new(TimeSpan.FromDays(settings.AfterDays), settings.DeleteAfterDays is { } days ? TimeSpan.FromDays(days) : null);
}
