namespace Fulcrum.Silo.Http;

/// <summary>Tells whether the silo can serve. Implemented by the host.</summary>
public interface IReadiness
{
    /// <summary>Why the silo cannot serve at the moment; null when it can.</summary>
    Task<string?> ReasonNotReadyAsync(CancellationToken cancellationToken);
}
