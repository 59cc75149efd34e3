using System.CommandLine;

namespace Fulcrum.Benchmarks;

/// <summary>Options that commands have in common.</summary>
internal static class CommandOptions
{
    /// <summary>A number of at least 1.</summary>
    public static Option<int> Number(string name, string description, int standard)
    {
        Option<int> option = new(name) { Description = description, DefaultValueFactory = _ => standard };
        option.Validators.Add(result => RefuseUnlessPositive(name, result.GetValueOrDefault<int>(), result.AddError));
        return option;
    }

    /// <summary>Several numbers of at least 1.</summary>
    public static Option<int[]> Numbers(string name, string description, int[] standard)
    {
        Option<int[]> option = new(name) { Description = description, AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => standard };
        option.Validators.Add(result =>
        {
            foreach (int number in result.GetValueOrDefault<int[]>() ?? []) RefuseUnlessPositive(name, number, result.AddError);
        });
        return option;
    }

    /// <summary>Several words.</summary>
    public static Option<T[]> Several<T>(string name, string description, T[] standard) =>
        new(name) { Description = description, AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => standard };

    private static void RefuseUnlessPositive(string name, int value, Action<string> refuse)
    {
        if (value < 1) refuse($"{name} ({value}) must be at least 1.");
    }
}
