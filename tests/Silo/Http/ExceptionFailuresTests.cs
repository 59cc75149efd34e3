using System.Net.Sockets;
using Fulcrum.Contracts.Errors;
using Fulcrum.Silo.Http.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Fulcrum.Silo.Tests.Http;

/// <summary>What the outside is told when something below the engine fails: to try again, unless the engine itself is wrong.</summary>
public sealed class ExceptionFailuresTests
{
    public static TheoryData<Exception> Passing =>
        [new NpgsqlException("gone"), new SqliteException("locked", 5), new IOException("reset"), new SocketException(104), new ObjectDisposedException("source"), new TimeoutException(), new SiloUnavailableException("dead")];

    [Theory]
    [MemberData(nameof(Passing), DisableDiscoveryEnumeration = true)]
    public void What_passes_may_be_tried_again(Exception exception)
    {
        ExceptionFailures.Of(exception, new DefaultHttpContext()).Code.ShouldBe(ErrorCodes.Unavailable);
        ExceptionFailures.Of(exception, new DefaultHttpContext()).RetryAfterSeconds.ShouldNotBeNull();
    }

    [Fact]
    public void A_fault_of_the_engine_is_not_to_be_tried_again() =>
        ExceptionFailures.Of(new InvalidOperationException("wrong"), new DefaultHttpContext()).Code.ShouldBe(ErrorCodes.Internal);
}
