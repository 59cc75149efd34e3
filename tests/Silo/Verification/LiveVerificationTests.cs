using System.Diagnostics;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Grains.Verification;
using Fulcrum.Silo.Archiving;
using Fulcrum.Silo.Tests.Engine;
using Fulcrum.Silo.Verification;

namespace Fulcrum.Silo.Tests.Verification;

/// <summary>Verification of a database that a silo is serving.</summary>
public sealed class LiveVerificationTests
{
    private const int Orders = 200;
    private const int OrdersMax = 2_000;
    private const int VerifiedMin = 2;
    private const int OrdersAtOnce = 8;

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task What_is_in_flight_is_no_violation(string provider)
    {
        using TestDatabase database = await TestDatabase.CreateAsync(provider);
        await using EmbeddedSilo silo = await EmbeddedSilo.StartAsync(database);
        (await silo.Gateway.ImportAsync(Calls.Context(), SmallMarket.Of(vcpu: 10_000))).ShouldSucceed();
        (int placed, int verified) = (0, 0);
        Task load = Parallel.ForEachAsync(Numbers(), new ParallelOptions { MaxDegreeOfParallelism = OrdersAtOnce }, (i, _) => LiveAsync(silo, i));
        List<VerificationReport> reports = [];
        while (!load.IsCompleted)
        {
            reports.Add(await database.VerifyAsync());
            Volatile.Write(ref verified, reports.Count);
            (await ArchiveCommand.RunAsync([.. database.Settings, "--older-than", "0d"], TextWriter.Null, TextWriter.Null)).ShouldBe(0);
        }

        await load;
        foreach (VerificationReport report in reports) report.ShouldBeClean();
        (await database.SettledAsync()).Checks.Single(static row => row.Check == VerificationCheck.Orders).Checked.ShouldBe(placed);

        IEnumerable<int> Numbers()
        {
            for (; placed < Orders || (Volatile.Read(ref verified) < VerifiedMin && placed < OrdersMax); placed++) yield return placed;
        }
    }

    [Fact]
    public async Task It_changes_nothing_and_says_what_it_cannot_read()
    {
        using TestDatabase database = await TestDatabase.CreateAsync("sqlite");
        StringWriter errors = new();
        (await VerifyCommand.RunAsync([.. database.Settings], TextWriter.Null, errors)).ShouldBe(1);
        errors.ToString().ShouldContain("cannot be opened");
        await using (await EmbeddedSilo.StartAsync(database))
        {
        }

        await database.ExecuteAsync("INSERT INTO schema_step (number, name) VALUES (900, 'later')");
        (await VerifyCommand.RunAsync([.. database.Settings], TextWriter.Null, errors)).ShouldBe(2);
        errors.ToString().ShouldContain("schema step 900");
        (await VerifyCommand.RunAsync(["--Fulcrum:Storage:Provider", "oracle"], TextWriter.Null, errors)).ShouldBe(2);
        errors.ToString().ShouldContain("'sqlite' or 'postgres'");
    }

    [Fact]
    public async Task The_process_answers_with_its_exit_code()
    {
        using TestDatabase database = await TestDatabase.CreateAsync("sqlite");
        await using (await EmbeddedSilo.StartAsync(database))
        {
        }

        using Process process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "fulcrum-silo.dll"), "verify", .. database.Settings]) { RedirectStandardOutput = true })!;
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, output);
        output.ShouldContain("pool ledgers, nothing oversold");
    }

    private static async ValueTask LiveAsync(EmbeddedSilo silo, int number)
    {
        string id = $"o{number}";
        (await silo.Gateway.PlaceAsync(Calls.Context("key-" + id), new OrderRequest { Order = SmallMarket.Order(id), Confirm = number % 3 == 0 })).ShouldSucceed();
        if (number % 3 == 1) (await silo.Gateway.CancelAsync(Calls.Context(), id)).ShouldSucceed();
        if (number % 3 == 2) (await silo.Gateway.ConfirmAsync(Calls.Context(), id)).ShouldSucceed();
    }
}
