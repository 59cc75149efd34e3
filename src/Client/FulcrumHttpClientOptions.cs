using System.ComponentModel.DataAnnotations;
using Fulcrum.Client.Calls;
using Microsoft.Extensions.Options;

namespace Fulcrum.Client;

/// <summary>Settings of a client over HTTP.</summary>
public sealed class FulcrumHttpClientOptions
{
    /// <summary>Where the engine is; the path of the API comes after it.</summary>
    /// <value>Default <c>http://127.0.0.1:8080/</c>.</value>
    [Required]
    public Uri BaseAddress { get; set; } = new("http://127.0.0.1:8080/");

    /// <summary>Time-outs and tries.</summary>
    [ValidateObjectMembers]
    public CallOptions Calls { get; set; } = new();
}
