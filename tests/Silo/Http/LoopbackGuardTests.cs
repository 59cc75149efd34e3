using Fulcrum.Silo.Http;

namespace Fulcrum.Silo.Tests.Http;

/// <summary>Only this machine may reach a silo whose callers are not authenticated.</summary>
public sealed class LoopbackGuardTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8080")]
    [InlineData("http://127.0.0.2:0")]
    [InlineData("https://[::1]:8443")]
    [InlineData("http://localhost:5000")]
    [InlineData("http://unix:/tmp/fulcrum.sock")]
    public void Loopback_is_accepted(string url) => Should.NotThrow(() => LoopbackGuard.Check([url]));

    [Theory]
    [InlineData("http://0.0.0.0:8080")]
    [InlineData("http://[::]:8080")]
    [InlineData("http://*:8080")]
    [InlineData("http://+:80")]
    [InlineData("http://10.0.0.5:8080")]
    [InlineData("http://localhost.example.org:8080")]
    [InlineData("nonsense")]
    public void Anything_else_is_refused(string url)
    {
        InvalidOperationException exception = Should.Throw<InvalidOperationException>(() => LoopbackGuard.Check(["http://127.0.0.1:8080", url]));
        exception.Message.ShouldContain($"'{url}'");
        exception.Message.ShouldNotContain("'http://127.0.0.1:8080'");
    }
}
