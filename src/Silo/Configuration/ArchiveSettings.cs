using System.ComponentModel.DataAnnotations;
using Fulcrum.Silo.Archiving;

namespace Fulcrum.Silo.Configuration;

/// <summary>What becomes of events that are over.</summary>
public sealed class ArchiveSettings
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Fulcrum:Archive";

    /// <summary>Whether silos archive by themselves; the <c>archive</c> command does it in either case.</summary>
    /// <value>Default <see langword="false"/>.</value>
    public bool Enabled { get; set; }

    /// <summary>Days after which an event that is over is archived.</summary>
    /// <value>Default 30, bounds 0 … 36 500.</value>
    [Range(0, ArchiveLimits.AgeDaysMax, ErrorMessage = "Fulcrum:Archive:AfterDays must be from {1} to {2}.")]
    public int AfterDays { get; set; } = 30;

    /// <summary>Days after which an archived event is deleted; absent, it is kept for ever.</summary>
    /// <value>Default absent, bounds 2 … 36 500, longer than <see cref="AfterDays"/>.</value>
    [Range(ArchiveLimits.DeleteAgeDaysMin, ArchiveLimits.AgeDaysMax, ErrorMessage = "Fulcrum:Archive:DeleteAfterDays must be from {1} to {2}.")]
    public int? DeleteAfterDays { get; set; }
}
