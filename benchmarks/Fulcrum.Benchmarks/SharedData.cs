namespace Fulcrum.Benchmarks;

/// <summary>Public data sets beside the checkout; they are not part of the repository.</summary>
public static class SharedData
{
    private const string RepositoryMark = "Fulcrum.slnx";

    /// <summary>Where the sets are expected.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(RepositoryRoot(), "..", "shared", "data"));

    /// <summary>Whether a set is there.</summary>
    public static bool Has(string set) => Directory.Exists(Path.Combine(Root, set));

    /// <summary>The folder of a set.</summary>
    /// <exception cref="DirectoryNotFoundException">It is not there.</exception>
    public static string Open(string set) => Has(set)
        ? Path.Combine(Root, set)
        : throw new DirectoryNotFoundException(
            $"There is no folder {Path.Combine(Root, set)}: the public data sets are not part of the repository. Maybe run what needs none of them, or put the set '{set}' there.");

    private static string RepositoryRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, RepositoryMark))) folder = Path.GetDirectoryName(folder);
        return folder ?? Environment.CurrentDirectory;
    }
}
