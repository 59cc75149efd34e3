using System.Collections.Immutable;
using System.CommandLine;

namespace Fulcrum.Cli.Online;

/// <summary>Options that take several values, separated by commas or given several times.</summary>
internal static class Several
{
    public static Option<string[]> Option(string name, string description, string helpName) => new(name) { Description = description, HelpName = helpName };

    /// <summary>The values; none when the option is absent.</summary>
    public static ImmutableArray<string> Of(ParseResult parsed, Option<string[]> option) =>
        [.. (parsed.GetValue(option) ?? []).SelectMany(static value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
}
