using Fulcrum.Contracts.Identity;

namespace Fulcrum.Silo.Http;

/// <summary>Stands in until callers are authenticated: everybody is <see cref="Caller.Development"/>. See <see cref="LoopbackGuard"/>.</summary>
internal sealed class DevelopmentCallerSource : ICallerSource
{
    /// <inheritdoc/>
    public Caller CallerOf(HttpContext http) => Caller.Development;
}
