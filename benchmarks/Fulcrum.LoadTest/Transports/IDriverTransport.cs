using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Exchange;

namespace Fulcrum.LoadTest.Transports;

/// <summary>Sends requests to the engine. Whatever goes wrong with a request is in its answer; nothing is tried twice.</summary>
internal interface IDriverTransport : IAsyncDisposable
{
    /// <summary>Imports the federation.</summary>
    /// <exception cref="LoadException">It was refused.</exception>
    Task ImportAsync(FederationDocument federation);

    /// <summary>Plans and holds an order.</summary>
    Task<DriverAnswer> PlaceAsync(OrderRequest request);

    /// <summary>Confirms an order.</summary>
    Task<DriverAnswer> ConfirmAsync(string orderId);

    /// <summary>Cancels an order.</summary>
    Task<DriverAnswer> CancelAsync(string orderId);

    /// <summary>Plans an order without claiming anything.</summary>
    Task<DriverAnswer> QuoteAsync(OrderDocument order);

    /// <summary>Reads an order.</summary>
    Task<DriverAnswer> ReadAsync(string orderId);

    /// <summary>Reads a pool.</summary>
    /// <exception cref="LoadException">It cannot be read.</exception>
    Task<PoolReading> ReadPoolAsync(string poolId);
}
