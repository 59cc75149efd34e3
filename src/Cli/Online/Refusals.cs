using System.Text.Json;
using Fulcrum.Cli.Reports;
using Fulcrum.Client;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Json;
using Spectre.Console;

namespace Fulcrum.Cli.Online;

/// <summary>Writes what the engine says instead of an answer.</summary>
internal static class Refusals
{
    private static readonly string[] Refused =
    [
        ErrorCodes.Infeasible, ErrorCodes.GenerationConflict, ErrorCodes.HoldExpired, ErrorCodes.PolicyUnsatisfied, ErrorCodes.QuoteStale, ErrorCodes.StateConflict, ErrorCodes.InUse,
        ErrorCodes.PreconditionFailed,
    ];

    /// <summary>Writes a refusal and answers with its exit code.</summary>
    public static int Write(PlacementException exception, CommandContext context, bool isJson)
    {
        context.Error.WriteLine($"error: {exception.Message} [{exception.Code}]");
        foreach (RequestFault fault in exception.Faults) context.Error.WriteLine($"  {fault.Path}: {fault.Message}");
        if (exception.IsOutcomeUnknown) context.Error.WriteLine("The outcome is unknown. Run the command again with the same --key, or look at the resource, to learn.");
        if (exception.Code == ErrorCodes.Infeasible) WriteReasons(exception, context, isJson);
        return ExitCodeOf(exception);
    }

    private static void WriteReasons(PlacementException exception, CommandContext context, bool isJson)
    {
        if (isJson)
        {
            var reasons = new { exception.Code, Detail = exception.Message, exception.Funnel, exception.ConflictSet, exception.Relaxations };
            context.Output.WriteLine(JsonSerializer.Serialize(reasons, FulcrumJson.Indented));
            return;
        }

        IAnsiConsole console = context.Tables();
        new FunnelReport(console).Write(exception.Funnel);
        new ExplanationReport(console).WriteConflict(null, exception.ConflictSet, exception.Relaxations);
    }

    private static int ExitCodeOf(PlacementException exception) => exception.Code switch
    {
        ErrorCodes.Unavailable when !exception.IsOutcomeUnknown => ExitCodes.BadInput,
        ErrorCodes.Internal => ExitCodes.Failure,
        _ when exception.IsTransient || exception.IsOutcomeUnknown => ExitCodes.Unknown,
        _ when Refused.Contains(exception.Code, StringComparer.Ordinal) => ExitCodes.Infeasible,
        _ => ExitCodes.BadInput,
    };
}
