namespace Fulcrum.Silo.Http;

/// <summary>A silo has started once it was ready for the first time, whatever happens later.</summary>
internal sealed class StartupProbe(IReadiness readiness)
{
    private volatile bool _hasStarted;

    /// <summary>Why the silo has not started; null when it has.</summary>
    public async Task<string?> ReasonNotStartedAsync(CancellationToken cancellationToken)
    {
        if (_hasStarted) return null;
        string? reason = await readiness.ReasonNotReadyAsync(cancellationToken);
        _hasStarted = reason is null;
        return reason;
    }
}
