using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Orders;
using Fulcrum.Contracts.Pools;
using Fulcrum.Contracts.Quantities;

namespace Fulcrum.LoadTest.Transports;

/// <summary>Calls the gateway grain directly.</summary>
internal sealed class GrainTransport(IGrainFactory grains, TimeProvider time) : IDriverTransport
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ImportDeadline = TimeSpan.FromMinutes(5);

    private readonly IPlacementGatewayGrain _gateway = grains.GetGrain<IPlacementGatewayGrain>(0);

    public async Task ImportAsync(FederationDocument federation)
    {
        Answer<ImportReport> answer = await _gateway.ImportAsync(Context(ImportDeadline, "import"), federation);
        if (answer.Failure is { } failure) throw new LoadException($"The import was refused: {failure.Code}: {failure.Detail}");
    }

    public Task<DriverAnswer> PlaceAsync(OrderRequest request) => RunAsync(() => _gateway.PlaceAsync(Context(Deadline, request.Order!.Id!) with { IdempotencyKey = null }, request));

    public Task<DriverAnswer> ConfirmAsync(string orderId) => RunAsync(() => _gateway.ConfirmAsync(Context(Deadline, $"confirm-{orderId}") with { IdempotencyKey = null }, orderId));

    public Task<DriverAnswer> CancelAsync(string orderId) => RunAsync(() => _gateway.CancelAsync(Context(Deadline, $"cancel-{orderId}") with { IdempotencyKey = null }, orderId));

    public Task<DriverAnswer> QuoteAsync(OrderDocument order) => RunAsync(() => _gateway.QuoteAsync(Context(Deadline, $"quote-{order.Id}"), new QuoteRequest { Order = order }));

    public Task<DriverAnswer> ReadAsync(string orderId) => RunAsync(() => _gateway.GetOrderAsync(Caller.Development, orderId));

    public async Task<PoolReading> ReadPoolAsync(string poolId)
    {
        Answer<PoolSummary> answer = await _gateway.GetPoolAsync(Caller.Development, poolId);
        return answer.Value is { } pool
            ? new PoolReading(pool.Sellable, pool.Held.Plus(pool.Allocated))
            : throw new LoadException($"The pool '{poolId}' cannot be read: {answer.Failure?.Detail}");
    }

    /// <summary>Calls of one pool's ledger, past the gateway.</summary>
    public async Task<PoolLedgerCalls> LedgerOfAsync(string poolId)
    {
        Answer<PoolSummary> answer = await _gateway.GetPoolAsync(Caller.Development, poolId);
        return answer.Value is { } pool
            ? new PoolLedgerCalls(grains.GetGrain<IResourcePoolGrain>(new ResourcePoolId(poolId).Key), pool, time)
            : throw new LoadException($"The pool '{poolId}' cannot be read: {answer.Failure?.Detail}");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task<DriverAnswer> RunAsync(Func<Task<Answer<OrderView>>> call)
    {
        try
        {
            Answer<OrderView> answer = await call();
            return answer.Failure is { } failure ? DriverAnswer.Failed(failure.Code) : new DriverAnswer(null, Claims(answer.Value!));
        }
        catch (Exception exception) when (exception is TimeoutException or OrleansException)
        {
            return DriverAnswer.Failed(DriverAnswer.CallFailed);
        }
    }

    private static PoolClaim[] Claims(OrderView order) => [.. order.Holds.Select(static hold => new PoolClaim(hold.Pool.Value, hold.Amounts))];

    private RequestContext Context(TimeSpan deadline, string key) => new()
    {
        Caller = Caller.Development,
        CommandId = Guid.CreateVersion7(),
        Deadline = time.GetUtcNow() + deadline,
        IdempotencyKey = key,
        Fingerprint = key,
    };
}
