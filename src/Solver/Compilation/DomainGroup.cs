namespace Fulcrum.Solver.Compilation;

/// <summary>The candidates of one item in one domain.</summary>
internal sealed class DomainGroup(int item, int domain, IReadOnlyList<Candidate> candidates)
{
    /// <summary>Index into the order's items.</summary>
    public int Item { get; } = item;

    /// <summary>Number of the domain in its map.</summary>
    public int Domain { get; } = domain;

    /// <summary>Candidates there, not empty.</summary>
    public IReadOnlyList<Candidate> Candidates { get; } = candidates;
}
