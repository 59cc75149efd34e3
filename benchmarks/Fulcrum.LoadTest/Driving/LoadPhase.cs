using Fulcrum.LoadTest.Scenarios;

namespace Fulcrum.LoadTest.Driving;

/// <summary>Clients that work side by side until the time is over.</summary>
internal sealed class LoadPhase(IScenario scenario, int clients, TimeProvider time)
{
    /// <summary>Runs all clients, each until its last operation is answered.</summary>
    public async Task<Tally> RunAsync(IPace pace, CancellationToken cancellationToken)
    {
        Tally[] tallies = await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(() => RunClientAsync(client, pace, cancellationToken), cancellationToken)));
        Tally sum = new();
        foreach (Tally tally in tallies) sum.Add(tally);
        return sum;
    }

    private async Task<Tally> RunClientAsync(int client, IPace pace, CancellationToken cancellationToken)
    {
        Tally tally = new();
        while (await pace.NextAsync() is { } dueAt)
        {
            cancellationToken.ThrowIfCancellationRequested();
            OperationResult result = await scenario.RunAsync(client);
            tally.Add(result, time.GetElapsedTime(dueAt));
            if (result.Afterwards is { } afterwards) await afterwards();
        }

        return tally;
    }
}
