namespace Fulcrum.Contracts.Exchange.Resources;

/// <summary>Answer of a health probe that is met; a probe that is not is answered with a problem.</summary>
/// <param name="Status">Always <c>ok</c>.</param>
public sealed record HealthResource(string Status)
{
    /// <summary>The answer.</summary>
    public static HealthResource Ok { get; } = new("ok");
}
