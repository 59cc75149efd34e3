using Fulcrum.Contracts.Json;
using Fulcrum.Grains.Verification;
using Fulcrum.Silo.Configuration;
using Fulcrum.Silo.Storage;
using Fulcrum.Silo.Storage.Sqlite;

namespace Fulcrum.Silo.Verification;

/// <summary>The <c>verify</c> command: recomputes everything from events and compares, on a database that silos may be using.</summary>
internal static class VerifyCommand
{
    /// <summary>There are violations.</summary>
    public const int Violations = 3;

    private const string JsonSwitch = "--json";

    /// <summary>Verifies; answers the exit code.</summary>
    public static Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors) => OperatorCommand.RunAsync(async cancellationToken =>
    {
        bool json = args.Contains(JsonSwitch, StringComparer.Ordinal);
        VerificationReport report = await VerifyAsync([.. args.Where(static arg => arg != JsonSwitch)], TimeProvider.System, cancellationToken);
        await output.WriteAsync(json ? System.Text.Json.JsonSerializer.Serialize(report, FulcrumJson.Indented) + "\n" : VerificationText.Of(report));
        return report.Violations == 0 ? 0 : Violations;
    }, "Not verified", errors);

    /// <summary>Verifies the database that settings name.</summary>
    public static async Task<VerificationReport> VerifyAsync(string[] args, TimeProvider time, CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.Services.AddSettings(builder.Configuration);
        IDatabase database = Database.For(EarlySettings.Read<StorageOptions>(builder.Services));
        SqlVerifiedStore store = new(database.Verified, EarlySettings.Read<ClusterSettings>(builder.Services).Id);
        int step = await store.SchemaStepAsync(cancellationToken);
        if (step != database.SchemaSteps) throw new InvalidOperationException($"The database has schema step {step}, this version verifies step {database.SchemaSteps}. Use the version that serves it.");
        using SqliteClaimScratch scratch = new();
        return await Verifier.RunAsync(store, scratch, time, cancellationToken);
    }
}
