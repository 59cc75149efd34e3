using Microsoft.Extensions.Options;

namespace Fulcrum.Silo.Configuration;

/// <summary>Settings that are needed before the host is built, validated like all others.</summary>
internal static class EarlySettings
{
    /// <summary>Reads a section.</summary>
    /// <exception cref="OptionsValidationException">A setting is out of its bounds.</exception>
    public static T Read<T>(IServiceCollection services)
        where T : class
    {
        using ServiceProvider provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<T>>().Value;
    }
}
