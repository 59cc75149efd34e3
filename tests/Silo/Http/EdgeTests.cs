namespace Fulcrum.Silo.Tests.Http;

/// <summary>Gives each test an edge of its own.</summary>
public abstract class EdgeTests : IAsyncLifetime
{
    /// <summary>An order that the readers accept.</summary>
    protected const string Order = """{ "id": "ord-1", "consumerId": "acme", "items": [ { "id": "web", "quantity": 2, "resources": { "vcpu": 4 } } ] }""";

    private Edge? _edge;

    internal Edge Edge => _edge!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => _edge = await Edge.StartAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _edge!.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
