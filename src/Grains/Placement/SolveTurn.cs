namespace Fulcrum.Grains.Placement;

/// <summary>A turn at the solver; disposing gives it back.</summary>
public sealed class SolveTurn(SemaphoreSlim turns) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => turns.Release();
}
