using Fulcrum.Silo.Http;

namespace Fulcrum.Silo.Tests.Http;

/// <summary>Is as ready as a test says.</summary>
internal sealed class ReadinessDouble : IReadiness
{
    public string? Reason { get; set; }

    public Task<string?> ReasonNotReadyAsync(CancellationToken cancellationToken) => Task.FromResult(Reason);
}
