using System.Text.Json.Nodes;
using Fulcrum.Cli;

namespace Fulcrum.Client.Tests.CommandLine;

/// <summary>One command line run in this process, with what it wrote.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public JsonNode Json => JsonNode.Parse(Output)!;

    public static async Task<CommandRun> Of(params string[] args)
    {
        StringWriter output = new();
        StringWriter error = new();
        int exitCode = await FulcrumCommand.RunAsync(args, new CommandContext(output, error, IsTerminal: false, TimeProvider.System), TestContext.Current.CancellationToken);
        return new CommandRun(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>The run, when it was good.</summary>
    public CommandRun ShouldSucceed()
    {
        ExitCode.ShouldBe(ExitCodes.Success, Error);
        Error.ShouldBeEmpty();
        return this;
    }

    /// <summary>The run, when it was refused with that exit code and these texts on the error stream.</summary>
    public CommandRun ShouldFail(int exitCode, params string[] fragments)
    {
        ExitCode.ShouldBe(exitCode, Output + Error);
        Error.ShouldStartWith("error: ");
        foreach (string fragment in fragments) Error.ShouldContain(fragment);
        return this;
    }
}
