using Fulcrum.Grains.Journaling;
using Microsoft.Extensions.Options;

namespace Fulcrum.Silo.Hosting;

/// <summary>The <c>serve</c> command: a silo until it is told to stop.</summary>
internal static class Serving
{
    private const int Failed = 1;
    private const int BadInput = 2;

    /// <summary>Runs a silo; answers the exit code.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            WebApplication app = await SiloHost.BuildAsync(args);
            await using (app) await app.RunAsync();
            return 0;
        }
        catch (Exception exception) when (exception is OptionsValidationException or InvalidOperationException or EventStoreUnavailableException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"The silo cannot start: {exception.Message}");
            return exception is OptionsValidationException or InvalidOperationException ? BadInput : Failed;
        }
    }

    /// <summary>Explains the command line.</summary>
    public static int Usage(string unknown)
    {
        Console.Error.WriteLine($"'{unknown}' is not a command. Use: serve [--urls {SiloHost.DefaultUrl}] [--Fulcrum:Storage:Provider sqlite|postgres] …, verify [--json] or archive [--older-than 30d] [--delete-older-than 3650d] [--json] with the same settings, or demo.");
        return BadInput;
    }
}
