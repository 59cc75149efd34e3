namespace Fulcrum.Silo.Demo;

/// <summary>Finds the samples of the checkout that the silo was built from or runs in.</summary>
internal static class SampleFiles
{
    private const string Federation = "federation-eu.json";

    /// <summary>The folder of the samples.</summary>
    /// <exception cref="DirectoryNotFoundException">There is none above the working folder or the program.</exception>
    public static string Find() =>
        new[] { Directory.GetCurrentDirectory(), AppContext.BaseDirectory }.SelectMany(Upwards).Select(static folder => Path.Combine(folder, "samples"))
            .FirstOrDefault(static folder => File.Exists(Path.Combine(folder, Federation)))
        ?? throw new DirectoryNotFoundException($"No folder 'samples' with {Federation} above {Directory.GetCurrentDirectory()}. Run the demo from a checkout.");

    private static IEnumerable<string> Upwards(string folder)
    {
        for (string? current = folder; current is not null; current = Path.GetDirectoryName(current)) yield return current;
    }
}
