using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Compilation;

/// <summary>The resource classes of a problem as columns, each built when first asked for.</summary>
internal sealed class ResourceColumns(IReadOnlyList<ResourcePool> pools)
{
    private readonly Dictionary<string, ResourceColumn> _columns = new(StringComparer.Ordinal);

    /// <summary>The column of a class.</summary>
    public ResourceColumn this[string resourceClass]
    {
        get
        {
            if (!_columns.TryGetValue(resourceClass, out ResourceColumn? column))
            {
                _columns[resourceClass] = column = new ResourceColumn(pools, resourceClass);
            }

            return column;
        }
    }
}
