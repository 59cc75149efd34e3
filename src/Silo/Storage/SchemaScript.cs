using System.Globalization;
using System.Reflection;

namespace Fulcrum.Silo.Storage;

/// <summary>A numbered step of a database schema, embedded in the assembly.</summary>
/// <param name="Number">Position, from 1; a step once released never changes.</param>
/// <param name="Name">File name.</param>
/// <param name="Sql">Statements.</param>
internal sealed record SchemaScript(int Number, string Name, string Sql)
{
    /// <summary>The steps for a kind of database, in order.</summary>
    public static IReadOnlyList<SchemaScript> For(string database)
    {
        Assembly assembly = typeof(SchemaScript).Assembly;
        string prefix = $"Fulcrum.Silo.Storage.{database}.Schema.";
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => Read(assembly, name, name[prefix.Length..])),
        ];
    }

    private static SchemaScript Read(Assembly assembly, string resource, string name)
    {
        using StreamReader reader = new(assembly.GetManifestResourceStream(resource)!);
        return new SchemaScript(int.Parse(name.AsSpan(0, 3), CultureInfo.InvariantCulture), name, reader.ReadToEnd());
    }
}
