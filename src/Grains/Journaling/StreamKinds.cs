namespace Fulcrum.Grains.Journaling;

/// <summary>Kinds of streams, as stored in head rows. Append only.</summary>
public static class StreamKinds
{
    /// <summary>A market.</summary>
    public const string Market = "market";

    /// <summary>A provider.</summary>
    public const string Provider = "provider";

    /// <summary>A resource pool.</summary>
    public const string Pool = "pool";

    /// <summary>A composite order.</summary>
    public const string Order = "order";

    /// <summary>An idempotency key.</summary>
    public const string Key = "key";
}
