namespace Fulcrum.Client;

/// <summary>A resource with its version, and what a change came to.</summary>
/// <typeparam name="T">Type of the resource.</typeparam>
/// <param name="Resource">The resource as it is.</param>
/// <param name="Version">Version to name in the <see cref="Contracts.Exchange.Precondition"/> of the next change.</param>
/// <param name="Created">Whether it is new.</param>
/// <param name="Pending">Whether the change is recorded and still being driven to completion.</param>
public sealed record ChangeResult<T>(T Resource, long? Version, bool Created = false, bool Pending = false);
