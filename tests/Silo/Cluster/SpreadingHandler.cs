namespace Fulcrum.Silo.Tests.Cluster;

/// <summary>Sends each try to the next silo, as a load balancer does that does not know which of them are well.</summary>
internal sealed class SpreadingHandler(SiloSet silos) : DelegatingHandler
{
    private int _next;

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        IReadOnlyList<Uri> addresses = silos.Addresses;
        if (addresses.Count > 0) request.RequestUri = new Uri(addresses[(int)((uint)Interlocked.Increment(ref _next) % (uint)addresses.Count)], request.RequestUri!.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }
}
