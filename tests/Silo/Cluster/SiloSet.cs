using Fulcrum.Silo.Tests.Engine;

namespace Fulcrum.Silo.Tests.Cluster;

/// <summary>Three silos on one database, each of which may be replaced.</summary>
internal sealed class SiloSet : IDisposable
{
    /// <summary>Silos of the set.</summary>
    public const int Count = 3;

    private readonly TestDatabase _database;
    private readonly string[] _settings;
    private readonly SiloProcess[] _silos;

    private SiloSet(TestDatabase database, string[] settings, SiloProcess[] silos) => (_database, _settings, _silos) = (database, settings, silos);

    /// <summary>Addresses of those that run, for whoever spreads requests.</summary>
    public IReadOnlyList<Uri> Addresses => [.. _silos.Where(static silo => silo.IsRunning).Select(static silo => silo.Http.BaseAddress!)];

    public static async Task<SiloSet> StartAsync(TestDatabase database, params string[] settings)
    {
        SiloProcess first = await SiloProcess.StartAsync(database, settings);
        SiloProcess[] others = await Task.WhenAll(Enumerable.Range(1, Count - 1).Select(_ => SiloProcess.StartAsync(database, settings)));
        return new SiloSet(database, settings, [first, .. others]);
    }

    /// <summary>kill -9, and another in its place.</summary>
    public Task KillAsync(int number)
    {
        _silos[number].Kill();
        return ReplaceAsync(number);
    }

    /// <summary>Stops a silo where it is for a while; if the others have declared it dead by then it ends itself, and another takes its place.</summary>
    public async Task HangAsync(int number, TimeSpan duration)
    {
        _silos[number].Pause();
        await WaitAsync(duration);
        _silos[number].Resume();
    }

    /// <summary>Replaces a silo as an operator does: the new one is ready before the old one is told to stop.</summary>
    public async Task RollAsync(int number)
    {
        SiloProcess old = _silos[number];
        _silos[number] = await SiloProcess.StartAsync(_database, _settings);
        (await old.StopAsync()).ShouldBe(0);
        old.Dispose();
    }

    /// <summary>Starts silos in place of those that have ended.</summary>
    public async Task ReviveAsync()
    {
        foreach (int number in Enumerable.Range(0, Count).Where(number => !_silos[number].IsRunning)) await ReplaceAsync(number);
    }

    /// <summary>Lets time pass.</summary>
    public static async Task WaitAsync(TimeSpan duration)
    {
        using PeriodicTimer timer = new(duration);
        await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        foreach (SiloProcess silo in _silos) silo.Dispose();
    }

    private async Task ReplaceAsync(int number)
    {
        SiloProcess old = _silos[number];
        _silos[number] = await SiloProcess.StartAsync(_database, _settings);
        old.Dispose();
    }
}
