using Fulcrum.Client.Calls;
using Fulcrum.Contracts.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Fulcrum.Client.Tests.Setup;

/// <summary>Defaults and bounds of the settings.</summary>
public sealed class OptionsTests
{
    [Fact]
    public void Defaults_of_calls()
    {
        CallOptions options = new();
        options.AttemptTimeout.ShouldBe(TimeSpan.FromSeconds(30));
        options.ImportTimeout.ShouldBe(TimeSpan.FromMinutes(5));
        options.RetryWindow.ShouldBe(TimeSpan.FromMinutes(1));
        options.AttemptsMax.ShouldBe(4);
        options.RetryDelay.ShouldBe(TimeSpan.FromMilliseconds(100));
        options.RetryDelayMax.ShouldBe(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Defaults_of_the_clients()
    {
        FulcrumClientOptions gateway = new();
        (gateway.ClusterId, gateway.PostgresConnectionString, gateway.Tenant, gateway.Role).ShouldBe(("fulcrum", null, "development", CallerRole.Admin));
        gateway.Gateways.ShouldBeEmpty();
        FulcrumEmbeddedClientOptions embedded = new();
        (embedded.Tenant, embedded.Role).ShouldBe(("development", CallerRole.Admin));
        new FulcrumHttpClientOptions().BaseAddress.ShouldBe(new Uri("http://127.0.0.1:8080/"));
    }

    [Fact]
    public void Defaults_of_requests()
    {
        new RequestOptions().IdempotencyKey.ShouldBeNull();
        EventStreamOptions events = new();
        (events.After, events.Follow, events.PollInterval, events.PageSize).ShouldBe((null, true, TimeSpan.FromSeconds(1), 200));
        events.Types.ShouldBeEmpty();
    }

    [Fact]
    public void Defaults_are_valid()
    {
        Should.NotThrow(static () => Gateway(null));
        Should.NotThrow(static () => Embedded(null));
        Should.NotThrow(static () => Http(null));
    }

    [Fact]
    public void Values_out_of_bounds_are_refused()
    {
        Refuses(static () => Http(static options => options.Calls.AttemptsMax = 0), "AttemptsMax");
        Refuses(static () => Http(static options => options.Calls.AttemptTimeout = TimeSpan.Zero), "AttemptTimeout");
        Refuses(static () => Http(static options => options.Calls.RetryDelay = TimeSpan.FromMinutes(1)), "RetryDelay");
        Refuses(static () => Http(static options => options.BaseAddress = new Uri("ftp://x")), "BaseAddress");
        Refuses(static () => Http(static options => options.BaseAddress = new Uri("api", UriKind.Relative)), "BaseAddress");
        Refuses(static () => Gateway(static options => options.ClusterId = ""), "ClusterId");
        Refuses(static () => Gateway(static options => options.Gateways.Add("somewhere")), "Gateways");
        Refuses(static () => Gateway(static options => options.Tenant = ""), "Tenant");
        Refuses(static () => Gateway(static options => options.Calls.ImportTimeout = TimeSpan.FromDays(1)), "ImportTimeout");
        Refuses(static () => Embedded(static options => options.Tenant = ""), "Tenant");
        Refuses(static () => Embedded(static options => options.Calls.RetryWindow = TimeSpan.FromDays(1)), "RetryWindow");
    }

    private static void Refuses(Action use, string fragment) => Should.Throw<OptionsValidationException>(use).Message.ShouldContain(fragment);

    private static FulcrumClientOptions Gateway(Action<FulcrumClientOptions>? configure) => ValueOf<FulcrumClientOptions>(services => services.AddFulcrumClient(configure));

    private static FulcrumEmbeddedClientOptions Embedded(Action<FulcrumEmbeddedClientOptions>? configure) =>
        ValueOf<FulcrumEmbeddedClientOptions>(services => services.AddFulcrumEmbeddedClient(configure));

    private static FulcrumHttpClientOptions Http(Action<FulcrumHttpClientOptions>? configure) => ValueOf<FulcrumHttpClientOptions>(services => services.AddFulcrumHttpClient(configure));

    private static T ValueOf<T>(Action<IServiceCollection> register)
        where T : class
    {
        ServiceCollection services = new();
        register(services);
        using ServiceProvider provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<T>>().Value;
    }
}
