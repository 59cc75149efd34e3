using Fulcrum.Contracts.Orders;
using Fulcrum.Grains.Journaling;

namespace Fulcrum.Client.Tests.Engine;

/// <summary>Lets orders of certain ids behave as if the store could not be reached.</summary>
internal sealed class BrokenStore : IIncomingGrainCallFilter
{
    public const string OrderId = "order-without-a-store";

    public Task Invoke(IIncomingGrainCallContext context) => context.Grain is ICompositeOrderGrain && context.TargetId.Key.ToString()!.EndsWith(OrderId, StringComparison.Ordinal)
        ? throw new EventStoreUnavailableException("Scripted.")
        : context.Invoke();
}
