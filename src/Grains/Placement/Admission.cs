namespace Fulcrum.Grains.Placement;

/// <summary>One quote or order under way; disposing lets the next one begin.</summary>
public sealed class Admission : IDisposable
{
    private AdmissionGate? _gate;

    internal Admission(AdmissionGate gate) => _gate = gate;

    /// <inheritdoc/>
    public void Dispose() => Interlocked.Exchange(ref _gate, null)?.Leave();
}
