using Fulcrum.Grains.Journaling;
using Fulcrum.Grains.Sweeping;
using Fulcrum.Silo.Archiving;
using Fulcrum.Silo.Configuration;
using Fulcrum.Silo.Storage;
using Fulcrum.Silo.Storage.Sqlite;
using Fulcrum.Silo.Tests.Engine;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Fulcrum.Silo.Tests.Archiving;

/// <summary>Archiving by silos themselves.</summary>
public sealed class ArchiveServiceTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Noon.AddDays(31));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_of_the_silos_archives_what_is_old_and_the_others_do_not()
    {
        using TestDatabase database = await TestDatabase.CreateAsync("sqlite");
        SqliteDatabase file = new(database.ConnectionString);
        file.Migrate();
        await using SqliteEventStore store = new(file);
        await AppendAsync(store, "order:t/old", Noon);
        await AppendAsync(store, "order:t/new", Noon.AddDays(30));
        Share second = new(1, 2);
        await RunUntilAsync(database, second, () => Task.FromResult(second.Asked));
        (await ArchivedAsync(database)).ShouldBeEmpty();
        await RunUntilAsync(database, new Share(0, 2), async () => (await ArchivedAsync(database)).Count > 0);
        (await ArchivedAsync(database)).ShouldBe(["order:t/old"]);
    }

    [Theory]
    [InlineData("--Fulcrum:Archive:AfterDays", "-1", "Fulcrum:Archive:AfterDays must be from 0 to 36500.")]
    [InlineData("--Fulcrum:Archive:DeleteAfterDays", "1", "Fulcrum:Archive:DeleteAfterDays must be from 2 to 36500.")]
    [InlineData("--Fulcrum:Archive:DeleteAfterDays", "30", "Fulcrum:Archive:DeleteAfterDays must be longer than AfterDays")]
    [InlineData("--Fulcrum:Archive:AfterYears", "1", "AfterYears")]
    [InlineData("--older-than", "soon", "--older-than needs an age in days or hours of at most 36500d, such as 30d or 12h; 'soon' is none.")]
    [InlineData("--older-than", "99999d", "of at most 36500d")]
    [InlineData("--delete-older-than", "47h", "--delete-older-than must be at least 2d")]
    [InlineData("--delete-older-than", "30d", "--delete-older-than must be longer than --older-than")]
    [InlineData("--delete-older-than", null, "'' is none.")]
    public async Task Ages_that_make_no_sense_are_refused(string name, string? value, string told)
    {
        StringWriter errors = new();
        (await ArchiveCommand.RunAsync(value is null ? [name] : [name, value], TextWriter.Null, errors)).ShouldBe(2);
        errors.ToString().ShouldContain(told);
    }

    private async Task RunUntilAsync(TestDatabase database, Share share, Func<Task<bool>> isDone)
    {
        IDatabase archived = Database.For(new StorageOptions { Provider = "sqlite", ConnectionString = database.ConnectionString });
        using ArchiveService service = new(Archiver.Of(archived, "fulcrum", _time), Options.Create(new ArchiveSettings()), share, _time, NullLogger<ArchiveService>.Instance);
        using PeriodicTimer pause = new(TimeSpan.FromMilliseconds(20));
        await service.StartAsync(Token);
        while (!await isDone())
        {
            _time.Advance(TimeSpan.FromSeconds(ArchiveLimits.PassSeconds));
            await pause.WaitForNextTickAsync(Token);
        }

        await service.StopAsync(Token);
    }

    private static async Task AppendAsync(SqliteEventStore store, string stream, DateTimeOffset at)
    {
        NewEvent[] events = [new("test.event.1", Guid.NewGuid(), at, "{}"u8.ToArray())];
        (await store.AppendAsync(new AppendRequest(stream, 0, 0, new HeadFields { Kind = "order", State = "expired" }, events), Token)).ShouldBe(AppendOutcome.Appended);
    }

    private static Task<List<string>> ArchivedAsync(TestDatabase database) => database.QueryAsync("SELECT stream FROM event_archive", static row => row.GetString(0));

    /// <summary>A share of the work, and whether it was asked for.</summary>
    private sealed class Share(int number, int count) : ISiloShare
    {
        public bool Asked { get; private set; }

        (int Number, int Count) ISiloShare.Share
        {
            get
            {
                Asked = true;
                return (number, count);
            }
        }
    }
}
