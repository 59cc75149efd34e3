using Fulcrum.Solver.Compilation;

namespace Fulcrum.Solver.Search;

/// <summary>Replica prices, provider fees and egress.</summary>
internal static class PriceTerm
{
    /// <summary>The term over the variables of a model.</summary>
    public static LinearSum Of(PlacementModel model)
    {
        LinearSum sum = new();
        foreach (Candidate candidate in model.Problem.Candidates) sum.Add(model.Replicas(candidate), candidate.PriceMicros);
        foreach (IGrouping<int, DomainGroup> provider in model.GroupsByProvider())
        {
            long fee = model.Problem.Source.Providers[provider.Key].FeePerOrderMicros;
            if (fee != 0) sum.Add(model.ProviderUsed(provider), fee);
        }

        EgressCosts.AddTo(model, sum);
        return sum;
    }
}
