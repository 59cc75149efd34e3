using Fulcrum.Grains.Journaling;
using Fulcrum.Silo.Http;
using Microsoft.Extensions.Options;

namespace Fulcrum.Silo.Hosting;

/// <summary>The <c>serve</c> command: a silo until it is told to stop.</summary>
internal static class Serving
{
    private const int Failed = 1;
    private const int BadInput = 2;
    private const string DefaultUrl = "http://127.0.0.1:8080";

    /// <summary>Runs a silo; answers the exit code.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            WebApplication app = await SiloHost.BuildAsync(args, static builder =>
            {
                if (builder.Configuration["urls"] is null && builder.Configuration["http_ports"] is null) builder.WebHost.UseUrls(DefaultUrl);
                LoopbackGuard.Check((builder.Configuration["urls"] ?? DefaultUrl).Split(';'));
            });
            await using (app) await app.RunAsync();
            return 0;
        }
        catch (Exception exception) when (exception is OptionsValidationException or InvalidOperationException or EventStoreUnavailableException)
        {
            await Console.Error.WriteLineAsync($"The silo cannot start: {exception.Message}");
            return exception is EventStoreUnavailableException ? Failed : BadInput;
        }
    }

    /// <summary>Explains the command line.</summary>
    public static int Usage(string unknown)
    {
        Console.Error.WriteLine($"'{unknown}' is not a command. Use: serve [--urls {DefaultUrl}] [--Fulcrum:Storage:Provider sqlite|postgres] …, or demo.");
        return BadInput;
    }
}
