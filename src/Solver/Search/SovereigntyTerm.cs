using Fulcrum.Solver.Compilation;

namespace Fulcrum.Solver.Search;

/// <summary>Preferences not met.</summary>
internal static class SovereigntyTerm
{
    /// <summary>The term over the variables of a model.</summary>
    public static LinearSum Of(PlacementModel model)
    {
        LinearSum sum = new();
        foreach (Candidate candidate in model.Problem.Candidates) sum.Add(model.Replicas(candidate), candidate.SovereigntyMicros);
        return sum;
    }
}
