using System.Collections.Concurrent;
using System.Reflection;
using Fulcrum.Contracts.Exchange;

namespace Fulcrum.Silo.Tests.Http;

/// <summary>Stands in for the gateway where only the edge is tested: a test says what a call comes to, and sees what was asked.</summary>
public class GatewayDouble : DispatchProxy
{
    private readonly ConcurrentDictionary<string, Func<GatewayCall, Task>> _answers = new();
    private readonly ConcurrentQueue<GatewayCall> _calls = new();

    /// <summary>The last call.</summary>
    public GatewayCall LastCall => _calls.Last();

    /// <summary>All calls.</summary>
    public IReadOnlyCollection<GatewayCall> Calls => _calls;

    /// <summary>A new double and the gateway it stands in for.</summary>
    public static (GatewayDouble Double, IPlacementGatewayGrain Gateway) Create()
    {
        IPlacementGatewayGrain gateway = Create<IPlacementGatewayGrain, GatewayDouble>();
        return ((GatewayDouble)(object)gateway, gateway);
    }

    /// <summary>Says what a method answers.</summary>
    public void Answers<T>(string method, Answer<T> answer) => _answers[method] = _ => Task.FromResult(answer);

    /// <summary>Says what a method answers with.</summary>
    public void Answers<T>(string method, T value) => Answers(method, new Answer<T> { Value = value });

    /// <summary>Says what a method answers, call by call.</summary>
    public void Answers<T>(string method, Func<GatewayCall, Task<Answer<T>>> answer) => _answers[method] = answer;

    /// <summary>Says that a method throws.</summary>
    public void Throws<T>(string method, Exception exception) => _answers[method] = _ => Task.FromException<Answer<T>>(exception);

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        GatewayCall call = new(targetMethod!.Name, args ?? []);
        _calls.Enqueue(call);
        return _answers.TryGetValue(call.Method, out Func<GatewayCall, Task>? answer)
            ? answer(call)
            : throw new InvalidOperationException($"The test does not say what {call.Method} answers.");
    }
}
