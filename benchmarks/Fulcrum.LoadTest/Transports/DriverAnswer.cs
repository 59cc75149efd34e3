namespace Fulcrum.LoadTest.Transports;

/// <summary>What the engine answered to one request.</summary>
/// <param name="Code">Code of a refusal or failure; null is success.</param>
/// <param name="Claims">Claims of the order, where it has some.</param>
internal sealed record DriverAnswer(string? Code, IReadOnlyList<PoolClaim> Claims)
{
    /// <summary>Neither answer nor refusal: the call itself failed.</summary>
    public const string CallFailed = "call.failed";

    /// <summary>Whether what was asked for was done.</summary>
    public bool IsSuccess => Code is null;

    /// <summary>An answer without an order.</summary>
    public static DriverAnswer Failed(string code) => new(code, []);
}
