using Fulcrum.Grains.Sweeping;
using Fulcrum.Silo.Configuration;
using Fulcrum.Silo.Storage.Archive;
using Microsoft.Extensions.Options;

namespace Fulcrum.Silo.Archiving;

/// <summary>Archives from time to time, in the first of the active silos alone.</summary>
internal sealed partial class ArchiveService(Archiver archiver, IOptions<ArchiveSettings> settings, ISiloShare share, TimeProvider time, ILogger<ArchiveService> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(ArchiveLimits.PassSeconds);

    private Queue<ArchiveWalk> _walks = [];

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await PassAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    private async Task PassAsync(CancellationToken cancellationToken)
    {
        if (share.Share.Number != 0) return;
        try
        {
            if (_walks.Count == 0) _walks = archiver.Begin(ArchiveAges.Of(settings.Value));
            ArchiveTally tally = await Archiver.StepAsync(_walks, ArchiveLimits.PagesPerPassMax, cancellationToken);
            if (!tally.IsEmpty) LogDone(logger, tally.EventsArchived, tally.EventsDeleted, tally.StreamsDeleted);
        }
#pragma warning disable CA1031 // Whatever is wrong with what is old, the silo serves what is alive.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            if (exception is not ArchiveBusyException) _walks = [];
            LogFailed(logger, exception);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Archived {Archived} events, deleted {Deleted} and {Streams} orders and keys whole")]
    private static partial void LogDone(ILogger logger, long archived, long deleted, long streams);

    [LoggerMessage(2, LogLevel.Warning, "Archiving was broken off; the next pass tries again")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
