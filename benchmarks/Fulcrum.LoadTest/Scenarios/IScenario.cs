namespace Fulcrum.LoadTest.Scenarios;

/// <summary>What clients do; used by all of them at once.</summary>
internal interface IScenario
{
    /// <summary>Does one operation for a client.</summary>
    /// <param name="client">Number of the client.</param>
    Task<OperationResult> RunAsync(int client);
}
