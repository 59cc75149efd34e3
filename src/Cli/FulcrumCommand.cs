using System.CommandLine;
using Fulcrum.Cli.Commands;
using Fulcrum.Cli.Input;
using Fulcrum.Cli.Online;
using Fulcrum.Planning;

namespace Fulcrum.Cli;

/// <summary>The <c>fulcrum</c> command.</summary>
public static class FulcrumCommand
{
    /// <summary>Runs one command line and answers with its exit code.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, CommandContext context, CancellationToken cancellationToken = default)
    {
        ParseResult parsed = Create(context).Parse(args);
        InvocationConfiguration configuration = new() { Output = context.Output, Error = context.Error, EnableDefaultExceptionHandler = false };
        try
        {
            int exitCode = await parsed.InvokeAsync(configuration, cancellationToken);
            return parsed.Errors.Count > 0 ? ExitCodes.BadInput : exitCode;
        }
        catch (BadInputException exception)
        {
            exception.WriteTo(context.Error);
            return ExitCodes.BadInput;
        }
        catch (PlanRefusedException exception)
        {
            await context.Error.WriteLineAsync($"error: {exception.Message} This is a fault of the solver; please report it with both documents.");
            return ExitCodes.Failure;
        }
        catch (OperationCanceledException)
        {
            await context.Error.WriteLineAsync("error: interrupted");
            return ExitCodes.Interrupted;
        }
    }

    private static RootCommand Create(CommandContext context) => new("Places composite orders on federated cloud capacity.")
    {
        new SolveCommand(context),
        new CheckCommand(context),
        new ImportCommand(context),
        new CapacityCommand(context),
        new ShapesCommand(context),
        new QuoteCommand(context),
        new OrderCommand(context),
        new ConfirmCommand(context),
        new CancelCommand(context),
        new RenewCommand(context),
        new OrdersCommand(context),
        new EventsCommand(context),
        new PoolsCommand(context),
        new ProvidersCommand(context),
    };
}
