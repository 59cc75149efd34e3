using System.CommandLine;
using Fulcrum.Contracts.Reading;

namespace Fulcrum.Cli.Commands;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    public static Option<string> Federation() => new("--federation")
    {
        Description = "The federation: locations, links, providers and resource pools.",
        HelpName = "file",
        Required = true,
    };

    public static Option<bool> Json() => new("--json") { Description = "Write JSON for programs instead of tables for people." };

    /// <summary>A whole number within bounds, absent by default.</summary>
    public static Option<int?> Count(string name, string description, int max)
    {
        Option<int?> option = new(name) { Description = $"{description} (1 … {max})", HelpName = "n" };
        option.Validators.Add(result =>
        {
            if (result.Errors.Any() || result.GetValueOrDefault<int?>() is not { } value) return;
            if (value < 1 || value > max) result.AddError($"{name} must be from 1 to {max}.");
        });
        return option;
    }

    /// <summary>An instant, absent by default.</summary>
    public static Option<DateTimeOffset?> Instant(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "instant",
        CustomParser = result =>
        {
            string text = result.Tokens.Single().Value;
            if (InstantSyntax.TryParse(text, out DateTimeOffset instant)) return instant;
            result.AddError($"'{text}' is not {InstantSyntax.Description}.");
            return null;
        },
    };
}
