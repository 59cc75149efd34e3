using System.Collections.Immutable;
using Fulcrum.Contracts.Errors;

namespace Fulcrum.Cli.Input;

/// <summary>A file that cannot be used.</summary>
/// <param name="file">The file as it was named.</param>
/// <param name="problem">What is wrong with it as a whole.</param>
/// <param name="faults">What is wrong inside it.</param>
public sealed class BadInputException(string file, string problem, ImmutableArray<RequestFault> faults) : Exception($"{file}: {problem}")
{
    /// <summary>What is wrong inside the file.</summary>
    public ImmutableArray<RequestFault> Faults => faults;

    /// <summary>A file that cannot be read at all, or whose content has one fault as a whole.</summary>
    public BadInputException(string file, string problem)
        : this(file, problem, [])
    {
    }

    /// <summary>Writes the complaint for people.</summary>
    public void WriteTo(TextWriter writer)
    {
        writer.WriteLine($"error: {Message}");
        foreach (RequestFault fault in faults) writer.WriteLine($"  {fault.Path}: {fault.Message}");
    }
}
