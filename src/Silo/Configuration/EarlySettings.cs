using Microsoft.Extensions.Options;

namespace Fulcrum.Silo.Configuration;

/// <summary>Settings read before the host is built: some are needed there, and a wrong one is told without the log of a start that failed.</summary>
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
