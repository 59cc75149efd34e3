namespace Fulcrum.Cli.Tests;

/// <summary>The samples of the repository, and files made of them.</summary>
internal static class SampleFiles
{
    public const string Instant = "2026-11-23T12:00:00Z";

    private static readonly string Root = Find();

    public static string Federation { get; } = Path.Combine(Root, "samples", "federation-eu.json");

    public static string Orders { get; } = Path.Combine(Root, "samples", "orders");

    public static string Order(string name) => Path.Combine(Orders, name + ".json");

    /// <summary>A file that the operating system clears away.</summary>
    public static string Write(string content)
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("fulcrum-cli-").FullName, "document.json");
        File.WriteAllText(file, content);
        return file;
    }

    private static string Find()
    {
        string? current = AppContext.BaseDirectory;
        while (current is not null && !File.Exists(Path.Combine(current, "Fulcrum.slnx"))) current = Path.GetDirectoryName(current);
        return current ?? throw new DirectoryNotFoundException("No Fulcrum.slnx above the tests.");
    }
}
