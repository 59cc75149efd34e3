using Fulcrum.Contracts.Identity;

namespace Fulcrum.Client.Gateway;

/// <summary>A change as it is sent, however often: the same command under the same key, with a new deadline for each try.</summary>
/// <param name="caller">On whose behalf.</param>
/// <param name="method">HTTP method of the same change.</param>
/// <param name="path">HTTP path of the same change.</param>
/// <param name="body">HTTP body of the same change.</param>
/// <param name="key">Idempotency key.</param>
internal sealed class GatewayChange(Caller caller, string method, string path, ReadOnlyMemory<byte> body, string? key)
{
    private readonly Guid _commandId = Guid.CreateVersion7();
    private readonly string _fingerprint = RequestFingerprint.Of(method, path, body);

    /// <summary>What one try tells of the change.</summary>
    public RequestContext Context(DateTimeOffset deadline) => new()
    {
        Caller = caller,
        CommandId = _commandId,
        Deadline = deadline,
        IdempotencyKey = key,
        Fingerprint = _fingerprint,
    };
}
