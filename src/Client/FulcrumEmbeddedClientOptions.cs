using System.ComponentModel.DataAnnotations;
using Fulcrum.Client.Calls;
using Fulcrum.Contracts.Identity;
using Microsoft.Extensions.Options;

namespace Fulcrum.Client;

/// <summary>Settings of a client inside a silo's own process.</summary>
public sealed class FulcrumEmbeddedClientOptions
{
    /// <summary>Tenant on whose behalf the client calls.</summary>
    /// <value>Default <c>development</c>, the tenant of callers that are not authenticated.</value>
    [Required]
    public string Tenant { get; set; } = Caller.Development.Tenant;

    /// <summary>Role in which the client calls.</summary>
    /// <value>Default <see cref="CallerRole.Admin"/>.</value>
    public CallerRole Role { get; set; } = Caller.Development.Role;

    /// <summary>Time-outs and tries.</summary>
    [ValidateObjectMembers]
    public CallOptions Calls { get; set; } = new();
}
