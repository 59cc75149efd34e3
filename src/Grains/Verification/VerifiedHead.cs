using Fulcrum.Grains.Journaling;

namespace Fulcrum.Grains.Verification;

/// <summary>A head row with all its columns.</summary>
/// <param name="Head">What actors and lists read of it.</param>
/// <param name="Bucket">The bucket that due work is shared by.</param>
public sealed record VerifiedHead(StreamHead Head, long Bucket);
