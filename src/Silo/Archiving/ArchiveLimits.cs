namespace Fulcrum.Silo.Archiving;

/// <summary>Limits of archiving.</summary>
public static class ArchiveLimits
{
    /// <summary>Events looked at by one statement.</summary>
    public const int PageEventsMax = 1_000;

    /// <summary>Streams that are over moved or deleted in one transaction.</summary>
    public const int StreamsPerTransactionMax = 100;

    /// <summary>Versions of one stream below its snapshot moved or deleted in one transaction.</summary>
    public const int VersionsPerTransactionMax = 1_000;

    /// <summary>Pages that a silo looks at per pass; the next pass goes on.</summary>
    public const int PagesPerPassMax = 200;

    /// <summary>Pause between the passes of a silo.</summary>
    public const int PassSeconds = 60;

    /// <summary>Longest age that can be set.</summary>
    public const int AgeDaysMax = 36_500;

    /// <summary>Least age of what is deleted: longer than any hold and what pools remember of it.</summary>
    public const int DeleteAgeDaysMin = 2;
}
