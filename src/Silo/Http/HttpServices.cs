using System.Text.Json;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Json;
using Fulcrum.Silo.Http.Documentation;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Fulcrum.Silo.Http;

/// <summary>Puts the HTTP edge into a host.</summary>
public static class HttpServices
{
    private const long GatewayKey = 0;

    /// <summary>Registers what the HTTP edge needs. The host adds an <see cref="IReadiness"/>, and Orleans the grain factory.</summary>
    public static IServiceCollection AddFulcrumHttp(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ICallerSource, DevelopmentCallerSource>();
        services.TryAddSingleton(static provider => provider.GetRequiredService<IGrainFactory>().GetGrain<IPlacementGatewayGrain>(GatewayKey));
        services.AddSingleton<HttpInstruments>();
        services.AddSingleton<HttpGates>();
        services.AddSingleton<StartupProbe>();
        services.Configure<JsonOptions>(static options => CopyTo(options.SerializerOptions));
        services.AddOpenApi(OpenApiDocuments.Name, OpenApiDocuments.Configure);
        return services;
    }

    /// <summary>Answers are written with <see cref="FulcrumJson.Options"/>; the framework's own options describe them in the OpenAPI document.</summary>
    private static void CopyTo(JsonSerializerOptions options)
    {
        JsonSerializerOptions source = FulcrumJson.Options;
        options.DefaultIgnoreCondition = source.DefaultIgnoreCondition;
        options.Encoder = source.Encoder;
        options.NumberHandling = source.NumberHandling;
        options.TypeInfoResolver = source.TypeInfoResolver;
        foreach (var converter in source.Converters) options.Converters.Add(converter);
    }
}
