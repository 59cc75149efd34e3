using System.Text.Json;
using System.Text.Json.Nodes;
using Fulcrum.Cli.Input;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Json;

namespace Fulcrum.Cli.Reports;

/// <summary>The answer about one order of a folder: a line of JSON that begins with the name of the file.</summary>
internal static class OrderLine
{
    /// <summary>A decision.</summary>
    public static string Of(string file, DecisionDocument decision)
    {
        JsonObject line = JsonSerializer.SerializeToNode(decision, FulcrumJson.Options)!.AsObject();
        line.Insert(0, "file", Path.GetFileName(file));
        return line.ToJsonString(FulcrumJson.Options);
    }

    /// <summary>A file that cannot be used.</summary>
    public static string Of(string file, BadInputException exception) => JsonSerializer.Serialize(
        new { File = Path.GetFileName(file), Code = ErrorCodes.RequestInvalid, Problem = exception.Message, exception.Faults }, FulcrumJson.Options);
}
