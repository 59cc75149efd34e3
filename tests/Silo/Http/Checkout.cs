namespace Fulcrum.Silo.Tests.Http;

/// <summary>Finds files of the checkout that the tests were built from.</summary>
internal static class Checkout
{
    private const string Marker = "Fulcrum.slnx";

    private static readonly string Root = Find(AppContext.BaseDirectory);

    /// <summary>Path of a file, given relative to the root.</summary>
    public static string PathTo(string relative) => Path.Combine(Root, relative);

    private static string Find(string folder)
    {
        string? current = folder;
        while (current is not null && !File.Exists(Path.Combine(current, Marker))) current = Path.GetDirectoryName(current);
        return current ?? throw new DirectoryNotFoundException($"No {Marker} above {folder}.");
    }
}
