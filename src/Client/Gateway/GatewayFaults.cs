namespace Fulcrum.Client.Gateway;

/// <summary>What a broken actor call means to a caller.</summary>
internal static class GatewayFaults
{
    /// <summary>The exception in terms of the API.</summary>
    public static PlacementException Of(Exception exception) => exception switch
    {
        LimitExceededException or GatewayTooBusyException => PlacementException.Overloaded(exception),
        TimeoutException or OrleansException => PlacementException.NoAnswer(
            $"The cluster gave no answer: {exception.Message} Maybe no silo is running, or it listens elsewhere.", exception),
        _ => PlacementException.Internal($"The engine failed: {exception.Message}", exception),
    };
}
