namespace Fulcrum.Architecture.Tests;

/// <summary>Finds the checkout that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder)
    {
        string? current = folder;
        while (current is not null && !File.Exists(Path.Combine(current, "Fulcrum.slnx"))) current = Path.GetDirectoryName(current);
        return current ?? throw new DirectoryNotFoundException($"No Fulcrum.slnx above {folder}.");
    }
}
