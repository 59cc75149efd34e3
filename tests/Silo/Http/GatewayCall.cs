namespace Fulcrum.Silo.Tests.Http;

/// <summary>What the gateway was asked.</summary>
/// <param name="Method">Name of the method.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record GatewayCall(string Method, object?[] Arguments)
{
    /// <summary>The only argument of a type.</summary>
    public T Argument<T>() => Arguments.OfType<T>().ShouldHaveSingleItem();
}
