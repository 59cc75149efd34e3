using Fulcrum.Solver.Model;

namespace Fulcrum.Benchmarks.Instances;

/// <summary>The public sets that can be read.</summary>
internal static class PublishedSets
{
    /// <summary>Folder of the generalized assignment instances.</summary>
    public const string GapFolder = "gap";

    /// <summary>Folder of the facility location instances.</summary>
    public const string CflpFolder = "cflp";

    /// <summary>All 84 generalized assignment instances.</summary>
    /// <exception cref="DirectoryNotFoundException">The set is not there.</exception>
    public static IReadOnlyList<PublishedInstance> Gap()
    {
        string folder = SharedData.Open(GapFolder);
        string table = Path.Combine(folder, "best_known.csv");
        Dictionary<string, decimal?> best = PublishedValues.Read(table, "best_known").ToDictionary(static row => row.Name, static row => row.Value, StringComparer.Ordinal);
        return
        [
            .. from row in PublishedValues.Read(table, "optimum")
               select new PublishedInstance(
                   row.Name, row.Value ?? best[row.Name]!.Value, row.Value is not null, Lazily(row.Name, Path.Combine(folder, row.Name), text => GapProblem.Of(GapInstance.Parse(row.Name, text)))),
        ];
    }

    /// <summary>Facility location instances, demand splittable.</summary>
    /// <remarks>
    /// All instances have the same 50 customers. In the stored files of cap41 to cap51 two of their demands lost digits, 5 495 and 12 912 became 549 and 129;
    /// they are put right, without which the published optima are of other problems.
    /// </remarks>
    /// <exception cref="DirectoryNotFoundException">The set is not there.</exception>
    public static IReadOnlyList<PublishedInstance> CflpSplittable()
    {
        string folder = SharedData.Open(CflpFolder);
        return
        [
            .. from row in PublishedValues.Read(Path.Combine(folder, "capopt_splittable.csv"), "optimum_multisource")
               let path = Path.Combine(folder, $"{row.Name}.txt")
               where File.Exists(path)
               select new PublishedInstance(
                   row.Name, row.Value!.Value, true, Lazily(row.Name, path, text => CflpProblem.Splittable(CflpInstance.ParseByCustomer(row.Name, text).Correct(10, 549, 5495).Correct(33, 129, 12_912)))),
        ];
    }

    /// <summary>Facility location instances, each customer served by one facility.</summary>
    /// <exception cref="DirectoryNotFoundException">The set is not there.</exception>
    public static IReadOnlyList<PublishedInstance> CflpSingleSource()
    {
        string folder = SharedData.Open(CflpFolder);
        return
        [
            .. from row in PublishedValues.Read(Path.Combine(folder, "best_known_single_source.csv"), "best_known")
               let path = Path.Combine(folder, "single_source", row.Name)
               where File.Exists(path)
               select new PublishedInstance(row.Name, row.Value!.Value, true, Lazily(row.Name, path, text => CflpProblem.SingleSource(CflpInstance.ParseByFacility(row.Name, text)))),
        ];
    }

    private static Lazy<PlacementProblem> Lazily(string name, string path, Func<string, PlacementProblem> parse) => new(() => parse(ReadText(name, path)));

    private static string ReadText(string name, string path) => File.Exists(path) ? File.ReadAllText(path) : throw new FileNotFoundException($"The set lists {name}, but there is no file {path}.");
}
