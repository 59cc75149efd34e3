namespace Fulcrum.Grains.Verification;

/// <summary>Where a replay begins: at the first event, or at a snapshot where retention has deleted what came before, or anew where it has deleted all of a former stream.</summary>
/// <typeparam name="TState">State of the stream.</typeparam>
/// <param name="State">The state to begin with.</param>
/// <param name="Version">Its version; events up to there are read, not applied.</param>
/// <param name="Cut">Version of the last event that was deleted.</param>
internal sealed record ReplayStart<TState>(TState State, long Version, long Cut);
