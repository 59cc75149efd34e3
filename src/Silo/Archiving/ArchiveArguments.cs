using System.Globalization;

namespace Fulcrum.Silo.Archiving;

/// <summary>What the command line says beyond settings.</summary>
/// <param name="OlderThan">Age of what is archived; null leaves it to the settings.</param>
/// <param name="DeleteOlderThan">Age of what is deleted; null leaves it to the settings.</param>
/// <param name="Json">Whether to print JSON.</param>
/// <param name="Settings">Everything else.</param>
internal sealed record ArchiveArguments(TimeSpan? OlderThan, TimeSpan? DeleteOlderThan, bool Json, string[] Settings)
{
    private const string OlderThanSwitch = "--older-than";
    private const string DeleteSwitch = "--delete-older-than";
    private const string JsonSwitch = "--json";

    /// <summary>Reads a command line.</summary>
    /// <exception cref="InvalidOperationException">An age is missing or none.</exception>
    public static ArchiveArguments Parse(string[] args)
    {
        (TimeSpan? olderThan, TimeSpan? deleteOlderThan, bool json) = (null, null, false);
        List<string> settings = [];
        for (int i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case JsonSwitch: json = true; break;
                case OlderThanSwitch: olderThan = Age(args, ++i); break;
                case DeleteSwitch: deleteOlderThan = Age(args, ++i); break;
                default: settings.Add(args[i]); break;
            }
        }

        return new ArchiveArguments(olderThan, deleteOlderThan, json, [.. settings]);
    }

    /// <summary>The ages that hold.</summary>
    /// <exception cref="InvalidOperationException">They do not fit.</exception>
    public ArchiveAges Ages(ArchiveAges settings)
    {
        ArchiveAges ages = new(OlderThan ?? settings.Archive, DeleteOlderThan ?? settings.Delete);
        if (ages.Delete < TimeSpan.FromDays(ArchiveLimits.DeleteAgeDaysMin)) throw new InvalidOperationException($"{DeleteSwitch} must be at least {ArchiveLimits.DeleteAgeDaysMin}d: what is younger may still be asked about.");
        return ages.Delete <= ages.Archive
            ? throw new InvalidOperationException($"{DeleteSwitch} must be longer than {OlderThanSwitch}: events are deleted from the archive.")
            : ages;
    }

    private static TimeSpan Age(string[] args, int index)
    {
        string text = index < args.Length ? args[index] : "";
        bool isNumber = int.TryParse(text.AsSpan(0, Math.Max(0, text.Length - 1)), NumberStyles.None, CultureInfo.InvariantCulture, out int number);
        isNumber &= number <= ArchiveLimits.AgeDaysMax * 24;
        TimeSpan? age = isNumber ? text[^1] switch { 'd' => TimeSpan.FromDays(number), 'h' => TimeSpan.FromHours(number), _ => null } : null;
        return age <= TimeSpan.FromDays(ArchiveLimits.AgeDaysMax)
            ? age.Value
            : throw new InvalidOperationException($"{args[index - 1]} needs an age in days or hours of at most {ArchiveLimits.AgeDaysMax}d, such as 30d or 12h; '{text}' is none.");
    }
}
