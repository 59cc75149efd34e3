using Fulcrum.Client.Tests.Transports;
using Fulcrum.Contracts.Exchange;

namespace Fulcrum.Client.Tests.Contract;

/// <summary>What every implementation of <see cref="IPlacementClient"/> does alike, with a gateway that follows a script.</summary>
public abstract partial class PlacementClientContract : IAsyncLifetime
{
    private readonly Transport _transport;
    private IPlacementClient _client = null!;

    private protected PlacementClientContract(Transport transport) => _transport = transport;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static OrderRequest Order { get; } = new() { Order = Doubles.Canned.OrderDocument };

    public async ValueTask InitializeAsync() => _client = await _transport.ConnectAsync();

    public async ValueTask DisposeAsync()
    {
        await _transport.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private static async Task<PlacementException> Refusal(Func<Task> call) => await call.ShouldThrowAsync<PlacementException>();
}
