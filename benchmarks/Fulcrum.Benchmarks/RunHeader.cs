using Fulcrum.Workloads;

namespace Fulcrum.Benchmarks;

/// <summary>What stands above and below every table: without it figures cannot be repeated.</summary>
internal static class RunHeader
{
    /// <summary>Command, what it worked on, day, machine and load.</summary>
    public static void Write(TextWriter output, string command, string what)
    {
        output.WriteLine($"`dotnet run --project benchmarks/Fulcrum.Benchmarks -c Release -- {string.Join(' ', [command, .. Environment.GetCommandLineArgs().Skip(2)])}`");
        output.WriteLine();
        output.WriteLine($"{what}. {TimeProvider.System.GetUtcNow():yyyy-MM-dd}; {MachineDescription.Line}; load average before: {MachineDescription.Load}");
        output.WriteLine();
    }

    /// <summary>The load in the end.</summary>
    public static void WriteEnd(TextWriter output)
    {
        output.WriteLine();
        output.WriteLine($"load average after: {MachineDescription.Load}");
    }
}
