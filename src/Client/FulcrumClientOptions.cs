using System.ComponentModel.DataAnnotations;
using Fulcrum.Client.Calls;
using Fulcrum.Contracts.Identity;
using Microsoft.Extensions.Options;

namespace Fulcrum.Client;

/// <summary>Settings of a client over the cluster's gateway.</summary>
public sealed class FulcrumClientOptions
{
    /// <summary>Id of the cluster: the silos' <c>Fulcrum:Cluster:Id</c>.</summary>
    /// <value>Default <c>fulcrum</c>.</value>
    [Required]
    [RegularExpression("^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$", ErrorMessage = "The ClusterId must be 1 to 100 letters, digits, '.', '_' or '-'.")]
    public string ClusterId { get; set; } = "fulcrum";

    /// <summary>Gateways of silos, as <c>address:port</c> with an IP address. Not used with <see cref="PostgresConnectionString"/>.</summary>
    /// <value>Default empty, which means <c>127.0.0.1:30000</c>.</value>
    public IList<string> Gateways { get; init; } = [];

    /// <summary>The cluster's database, from which the client learns which silos there are.</summary>
    /// <value>Default absent: <see cref="Gateways"/> says where silos are.</value>
    public string? PostgresConnectionString { get; set; }

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
