namespace Fulcrum.Benchmarks.Reference;

/// <summary>An integer program: variables from 0 to a maximum, rows of whole coefficients, a cost to minimise.</summary>
internal sealed class LinearModel
{
    private readonly List<LinearVariable> _variables = [];
    private readonly List<LinearRow> _rows = [];
    private readonly Dictionary<int, long> _costs = [];

    /// <summary>Variables by index.</summary>
    public IReadOnlyList<LinearVariable> Variables => _variables;

    /// <summary>Rows.</summary>
    public IReadOnlyList<LinearRow> Rows => _rows;

    /// <summary>Cost per unit, by variable; absent is 0.</summary>
    public IReadOnlyDictionary<int, long> Costs => _costs;

    /// <summary>Adds a variable.</summary>
    /// <returns>Its index.</returns>
    public int Add(long max, VariableKind kind = VariableKind.Count)
    {
        _variables.Add(new LinearVariable(max, kind));
        return _variables.Count - 1;
    }

    /// <summary>Adds to the cost of a unit of a variable.</summary>
    public void AddCost(int variable, long cost) => _costs[variable] = _costs.GetValueOrDefault(variable) + cost;

    /// <summary>min ≤ Σ ≤ max; null is open. A variable may occur several times.</summary>
    public void AddRow(IEnumerable<(int Variable, long Coefficient)> terms, long? min, long? max)
    {
        Dictionary<int, long> sums = [];
        foreach ((int variable, long coefficient) in terms) sums[variable] = sums.GetValueOrDefault(variable) + coefficient;
        _rows.Add(new LinearRow([.. sums.Select(static sum => (sum.Key, sum.Value))], min, max));
    }
}
