using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Grains.Journaling;

namespace Fulcrum.Grains.Gateway;

/// <summary>Makes answers of the exceptions of store and journal: a client outside the cluster does not know their types.</summary>
internal static class GatewayFailures
{
    private static readonly MethodInfo Failed = typeof(Answers).GetMethod(nameof(Answers.Failed))!;

    /// <summary>Whether an exception is told as an answer.</summary>
    public static bool TryTell(Exception exception, [NotNullWhen(true)] out string? code, [NotNullWhen(true)] out string? detail)
    {
        (code, detail) = exception switch
        {
            JournalOverloadedException => (ErrorCodes.Overloaded, "More requests are waiting than the silo accepts; this one was not taken. Send it again later."),
            EventStoreUnavailableException or OutcomeUnknownException => (
                ErrorCodes.Unavailable, "The request was done whole or not at all. Send it again with the same idempotency key to learn which."),
            _ => ((string?)null, (string?)null),
        };
        return code is not null;
    }

    /// <summary>The <see cref="Answer{T}"/> of a gateway method.</summary>
    public static object Answer(MethodInfo method, string code, string detail)
    {
        Type answer = method.ReturnType.GenericTypeArguments[0];
        return Failed.MakeGenericMethod(answer.GenericTypeArguments[0]).Invoke(null, [code, detail])!;
    }
}
