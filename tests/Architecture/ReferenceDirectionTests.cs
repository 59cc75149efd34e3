using System.Xml.Linq;

namespace Fulcrum.Architecture.Tests;

/// <summary>Who may reference whom: architecture, section "Projects".</summary>
public sealed class ReferenceDirectionTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Contracts"] = [],
        ["Solver"] = [],
        ["Planning"] = ["Contracts", "Solver"],
        ["Grains"] = ["Contracts", "Planning", "Solver"],
        ["Silo"] = ["Contracts", "Grains", "Planning", "Solver"],
        ["Client"] = ["Contracts"],
        ["Cli"] = ["Client", "Contracts", "Planning", "Solver"],
    };

    [Fact]
    public void Every_project_references_only_what_it_may()
    {
        string[] projects = Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories);
        projects.Length.ShouldBe(Allowed.Count);
        foreach (string project in projects)
        {
            string name = Path.GetFileName(Path.GetDirectoryName(project)!);
            IEnumerable<string> references = XDocument.Load(project).Descendants("ProjectReference")
                .Select(reference => reference.Attribute("Include")!.Value.Split('/')[^2]);
            references.Except(Allowed[name]).ShouldBeEmpty($"src/{name} must not reference these projects");
        }
    }

    [Fact]
    public void The_solver_knows_nothing_of_actors_HTTP_or_storage()
    {
        string[] forbidden = ["Orleans", "Microsoft.AspNetCore", "System.Net.Http", "System.Data", "Npgsql", "Microsoft.Data.Sqlite"];
        foreach (string file in Directory.GetFiles(Path.Combine(Repository.Root, "src", "Solver"), "*.cs", SearchOption.AllDirectories))
        {
            string text = File.ReadAllText(file);
            forbidden.Where(name => text.Contains($"using {name}", StringComparison.Ordinal)).ShouldBeEmpty(file);
        }
    }
}
