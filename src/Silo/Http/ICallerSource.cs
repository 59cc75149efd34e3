using Fulcrum.Contracts.Identity;

namespace Fulcrum.Silo.Http;

/// <summary>Tells on whose behalf a request is made. The only place where that is decided; no header names a tenant.</summary>
public interface ICallerSource
{
    /// <summary>The caller of a request.</summary>
    Caller CallerOf(HttpContext http);
}
