namespace Fulcrum.Benchmarks.Instances;

/// <summary>Generalized assignment: each job goes to one agent; a job costs and weighs what its agent says; agents have capacities; least cost.</summary>
/// <param name="Name">Name of the instance.</param>
/// <param name="Costs">Per agent and job.</param>
/// <param name="Weights">Per agent and job.</param>
/// <param name="Capacities">Per agent.</param>
internal sealed record GapInstance(string Name, IReadOnlyList<int[]> Costs, IReadOnlyList<int[]> Weights, IReadOnlyList<int> Capacities)
{
    /// <summary>Number of agents.</summary>
    public int Agents => Capacities.Count;

    /// <summary>Number of jobs.</summary>
    public int Jobs => Costs[0].Length;

    /// <summary>Reads <c>m n</c>, m rows of n costs, m rows of n weights, m capacities.</summary>
    /// <exception cref="FormatException">The text is something else.</exception>
    public static GapInstance Parse(string name, string text)
    {
        NumberReader reader = new(name, text);
        (int agents, int jobs) = (reader.NextCount(), reader.NextCount());
        int[][] costs = [.. Enumerable.Range(0, agents).Select(_ => reader.NextCounts(jobs))];
        int[][] weights = [.. Enumerable.Range(0, agents).Select(_ => reader.NextCounts(jobs))];
        int[] capacities = reader.NextCounts(agents);
        reader.ExpectEnd();
        return new GapInstance(name, costs, weights, capacities);
    }
}
