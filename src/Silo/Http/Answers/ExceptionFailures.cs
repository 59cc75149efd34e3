using System.Data.Common;
using System.Diagnostics;
using System.Net.Sockets;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Grains.Journaling;
using Orleans.Serialization;

namespace Fulcrum.Silo.Http.Answers;

/// <summary>What the outside is told of an exception: never what is in it, unless it was made to be told.</summary>
internal static class ExceptionFailures
{
    private const string OutcomeUnknown = "The request was done whole or not at all. Send it again with the same idempotency key to learn which.";

    private static readonly string[] Drivers = ["Npgsql.", "Microsoft.Data.Sqlite."];

    public static Failure Of(Exception exception, HttpContext http) => exception switch
    {
        ProblemException problem => problem.Failure,
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } bad => new Failure { Code = ErrorCodes.RequestTooLarge, Detail = bad.Message },
        BadHttpRequestException bad => new Failure { Code = ErrorCodes.RequestInvalid, Detail = bad.Message },
        JournalOverloadedException or LimitExceededException or GatewayTooBusyException => Retryable(
            ErrorCodes.Overloaded, "More requests are waiting than the silo accepts; this one was not taken. Send it again later."),
        EventStoreUnavailableException or OutcomeUnknownException or TimeoutException or OrleansException or OperationCanceledException => Retryable(
            ErrorCodes.Unavailable, OutcomeUnknown),
        DbException or IOException or SocketException or ObjectDisposedException => Retryable(ErrorCodes.Unavailable, OutcomeUnknown),
        UnavailableExceptionFallbackException remote when IsOfDatabase(remote) => Retryable(ErrorCodes.Unavailable, OutcomeUnknown),
        _ => new Failure { Code = ErrorCodes.Internal, Detail = $"The engine failed. Report it with the trace id {Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier}." },
    };

    /// <summary>Exceptions of database drivers cross from silo to silo as their names alone.</summary>
    private static bool IsOfDatabase(UnavailableExceptionFallbackException remote) =>
        Drivers.Any(driver => remote.ExceptionType?.StartsWith(driver, StringComparison.Ordinal) == true);

    private static Failure Retryable(string code, string detail) => new() { Code = code, Detail = detail, RetryAfterSeconds = HttpLimits.RetryAfterSeconds };
}
