namespace Fulcrum.Benchmarks.Instances;

/// <summary>Capacitated facility location: an open facility costs a fixed amount and serves up to its capacity; least cost of opening and serving.</summary>
/// <param name="Name">Name of the instance.</param>
/// <param name="Capacities">Per facility.</param>
/// <param name="FixedCosts">Per facility.</param>
/// <param name="Demands">Per customer.</param>
/// <param name="Costs">Per facility and customer: of serving all of the customer's demand.</param>
internal sealed record CflpInstance(
    string Name, IReadOnlyList<int> Capacities, IReadOnlyList<decimal> FixedCosts, IReadOnlyList<int> Demands, IReadOnlyList<decimal[]> Costs)
{
    /// <summary>Number of facilities.</summary>
    public int Facilities => Capacities.Count;

    /// <summary>Number of customers.</summary>
    public int Customers => Demands.Count;

    /// <summary>The same with another demand for one customer, if it has a certain one so far; serving all of it costs the same.</summary>
    public CflpInstance Correct(int customer, int stored, int original) => Demands[customer] == stored
        ? this with { Demands = [.. Demands.Select((demand, index) => index == customer ? original : demand)] }
        : this;

    /// <summary>Reads OR-Library's form: <c>m n</c>; m × (capacity, fixed cost); per customer its demand and m costs.</summary>
    /// <exception cref="FormatException">The text is something else.</exception>
    public static CflpInstance ParseByCustomer(string name, string text)
    {
        NumberReader reader = new(name, text);
        (int facilities, int customers) = (reader.NextCount(), reader.NextCount());
        (int Capacity, decimal Fixed)[] sites = [.. Enumerable.Range(0, facilities).Select(_ => (reader.NextCount(), reader.Next()))];
        (int Demand, decimal[] Costs)[] rows = [.. Enumerable.Range(0, customers).Select(_ => (reader.NextCount(), reader.Next(facilities)))];
        reader.ExpectEnd();
        decimal[][] costs = [.. Enumerable.Range(0, facilities).Select(facility => rows.Select(row => row.Costs[facility]).ToArray())];
        return new CflpInstance(name, [.. sites.Select(static site => site.Capacity)], [.. sites.Select(static site => site.Fixed)], [.. rows.Select(static row => row.Demand)], costs);
    }

    /// <summary>Reads the single-source form: <c>n m</c>; n × (capacity, fixed cost); m demands; n rows of m costs.</summary>
    /// <exception cref="FormatException">The text is something else.</exception>
    public static CflpInstance ParseByFacility(string name, string text)
    {
        NumberReader reader = new(name, text);
        (int facilities, int customers) = (reader.NextCount(), reader.NextCount());
        (int Capacity, decimal Fixed)[] sites = [.. Enumerable.Range(0, facilities).Select(_ => (reader.NextCount(), reader.Next()))];
        int[] demands = reader.NextCounts(customers);
        decimal[][] costs = [.. Enumerable.Range(0, facilities).Select(_ => reader.Next(customers))];
        reader.ExpectEnd();
        return new CflpInstance(name, [.. sites.Select(static site => site.Capacity)], [.. sites.Select(static site => site.Fixed)], demands, costs);
    }
}
