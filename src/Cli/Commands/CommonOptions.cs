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

    /// <summary>The option that asks why a provider was not chosen.</summary>
    public static Option<(string ItemId, string ProviderId)?> WhyNot() => new("--why-not")
    {
        Description = "Why was that provider not chosen for that item? Plans again with the item there.",
        HelpName = "item=provider",
        CustomParser = static result =>
        {
            string text = result.Tokens.Single().Value;
            string[] parts = text.Split(text.Contains('=') ? '=' : ':');
            if (parts is [{ Length: > 0 } item, { Length: > 0 } provider]) return (item, provider);
            result.AddError($"--why-not ('{text}') must be an item and a provider, e.g. web=alpina.");
            return null;
        },
    };

    /// <summary>How many other plans are wanted.</summary>
    public static Option<int?> Alternatives() => Count("--alternatives", "Other plans wanted, each different in a provider or location.", DocumentLimits.AlternativesMax);

    /// <summary>The option that asks for the trade-off between the terms.</summary>
    public static Option<bool> Frontier() => new("--frontier")
    {
        Description = "Show the trade-off: the cheapest, the nearest and the most sovereign plan, and plans between them.",
    };

    /// <summary>The option that asks for an explanation.</summary>
    public static Option<bool> Explain() => new("--explain")
    {
        Description = "Show what each rule does to the pools; of an infeasible order the demands in conflict, and what each would have to give way and at which price.",
    };

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
