using System.Text;
using System.Text.Json;
using Fulcrum.Contracts.Json;
using Fulcrum.Silo.Configuration;
using Fulcrum.Silo.Storage;

namespace Fulcrum.Silo.Archiving;

/// <summary>The <c>archive</c> command: archives and deletes once, in a database that silos may be using.</summary>
internal static class ArchiveCommand
{
    /// <summary>Archives; answers the exit code.</summary>
    public static Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors) => OperatorCommand.RunAsync(async cancellationToken =>
    {
        ArchiveArguments arguments = ArchiveArguments.Parse(args);
        (ArchiveAges ages, ArchiveTally tally) = await ArchiveAsync(arguments, TimeProvider.System, cancellationToken);
        await output.WriteAsync(arguments.Json ? JsonSerializer.Serialize(tally, FulcrumJson.Indented) + "\n" : Text(ages, tally));
        return 0;
    }, "Not archived to the end", errors);

    /// <summary>Archives in the database that settings name.</summary>
    public static async Task<(ArchiveAges Ages, ArchiveTally Tally)> ArchiveAsync(ArchiveArguments arguments, TimeProvider time, CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = arguments.Settings, ContentRootPath = AppContext.BaseDirectory });
        builder.Services.AddSettings(builder.Configuration);
        ArchiveAges ages = arguments.Ages(ArchiveAges.Of(EarlySettings.Read<ArchiveSettings>(builder.Services)));
        string serviceId = EarlySettings.Read<ClusterSettings>(builder.Services).Id;
        IDatabase database = Database.For(EarlySettings.Read<StorageOptions>(builder.Services));
        try
        {
            int step = await new SqlVerifiedStore(database.Verified, serviceId).SchemaStepAsync(cancellationToken);
            if (step != database.SchemaSteps) throw new InvalidOperationException($"The database has schema step {step}, this version archives step {database.SchemaSteps}. Use the version that serves it.");
            return (ages, await Archiver.Of(database, serviceId, time).RunAsync(ages, cancellationToken));
        }
        finally
        {
            if (database is IAsyncDisposable disposable) await disposable.DisposeAsync();
        }
    }

    private static string Text(ArchiveAges ages, ArchiveTally tally)
    {
        StringBuilder text = new();
        text.AppendLine($"Archived {tally.EventsArchived:N0} events that are over and older than {InWords(ages.Archive)}.");
        if (ages.Delete is not { } delete) return text.AppendLine("Deleted nothing: archived events are kept for ever.").ToString();
        return text.AppendLine($"Deleted {tally.EventsDeleted:N0} events older than {InWords(delete)}: {tally.StreamsDeleted:N0} orders and keys whole, the beginnings of {tally.StreamsCut:N0} pools, providers and markets.").ToString();
    }

    private static string InWords(TimeSpan age) => age.Ticks % TimeSpan.TicksPerDay == 0 ? $"{age.TotalDays:N0} days" : $"{age.TotalHours:N0} hours";
}
