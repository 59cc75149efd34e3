namespace Fulcrum.Benchmarks.Reference;

/// <summary>The candidates of one item in one domain.</summary>
/// <param name="Item">Index into the order's items.</param>
/// <param name="Domain">Equal keys are the same domain.</param>
/// <param name="Candidates">Indices among all candidates, not empty.</param>
internal sealed record CandidateGroup(int Item, object Domain, IReadOnlyList<int> Candidates)
{
    /// <inheritdoc/>
    public bool Equals(CandidateGroup? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
