using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Exchange;
using Fulcrum.LoadTest.Transports;

namespace Fulcrum.LoadTest.Scenarios;

/// <summary>Places and cancels orders, and keeps the book of what was promised.</summary>
internal sealed class OrderDesk(IDriverTransport transport, OrderSource orders, PromiseBook book)
{
    /// <summary>The engine.</summary>
    public IDriverTransport Transport => transport;

    /// <summary>An order nobody has seen yet.</summary>
    public OrderDocument NextOrder() => orders.Next();

    /// <summary>Places an order.</summary>
    public async Task<DriverAnswer> PlaceAsync(OrderDocument order, bool confirm = false)
    {
        DriverAnswer answer = await transport.PlaceAsync(new OrderRequest { Order = order, Confirm = confirm });
        Note(order.Id!, answer);
        return answer;
    }

    /// <summary>Keeps what was promised, if anything was.</summary>
    public void Note(string orderId, DriverAnswer answer)
    {
        if (answer.IsSuccess) book.Add(orderId, answer.Claims);
    }

    /// <summary>Cancels an order.</summary>
    public Task<DriverAnswer> CancelAsync(string orderId)
    {
        book.Remove(orderId);
        return transport.CancelAsync(orderId);
    }
}
