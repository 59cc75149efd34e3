namespace Fulcrum.Cli.Tests;

/// <summary>One command line run in this process, with what it wrote.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public static async Task<CommandRun> Of(params string[] args)
    {
        StringWriter output = new();
        StringWriter error = new();
        int exitCode = await FulcrumCommand.RunAsync(args, new CommandContext(output, error, IsTerminal: false, TimeProvider.System), TestContext.Current.CancellationToken);
        return new CommandRun(exitCode, output.ToString(), error.ToString());
    }
}
