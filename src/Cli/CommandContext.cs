using Spectre.Console;

namespace Fulcrum.Cli;

/// <summary>What commands write to and where they get the time.</summary>
/// <param name="Output">Answers.</param>
/// <param name="Error">Complaints.</param>
/// <param name="IsTerminal">Whether <paramref name="Output"/> is a terminal: only then is it coloured.</param>
/// <param name="Time">Clock.</param>
public sealed record CommandContext(TextWriter Output, TextWriter Error, bool IsTerminal, TimeProvider Time)
{
    private const int RedirectedWidth = 160;

    /// <summary>The process's own console.</summary>
    public static CommandContext ForConsole() => new(Console.Out, Console.Error, !Console.IsOutputRedirected, TimeProvider.System);

    /// <summary>A console for tables.</summary>
    public IAnsiConsole Tables()
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = IsTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(Output),
        });
        if (!IsTerminal) console.Profile.Width = RedirectedWidth;
        return console;
    }
}
