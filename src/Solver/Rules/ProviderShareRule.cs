using System.Numerics;
using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Scoring;
using Fulcrum.Solver.Search;

namespace Fulcrum.Solver.Rules;

/// <summary>Any one provider has at most a share of the sum of replica prices.</summary>
internal sealed class ProviderShareRule : HardRule
{
    private const long Million = 1_000_000;

    public override string Name => "concentration.share";

    public override void Constrain(PlacementModel model)
    {
        if (model.Problem.Policy.MaxProviderShareMillionths is not { } share || share >= Million) return;
        LinearSum allowed = Prices(model, model.Problem.Candidates, share);
        foreach (IGrouping<int, DomainGroup> provider in model.GroupsByProvider())
        {
            LinearSum own = Prices(model, provider.SelectMany(group => group.Candidates), Million);
            model.Builder.AddAtMost(own.Add(allowed, -1), 0);
        }
    }

    public override bool IsMetBy(PlanView plan)
    {
        if (plan.Problem.Policy.MaxProviderShareMillionths is not { } share) return true;
        Dictionary<int, BigInteger> resources = plan.ResourcesByProvider();
        BigInteger allowed = share * resources.Values.Aggregate(BigInteger.Zero, (sum, price) => sum + price);
        return resources.Values.All(price => Million * price <= allowed);
    }

    private static LinearSum Prices(PlacementModel model, IEnumerable<Candidate> candidates, Int128 factor)
    {
        LinearSum sum = new();
        foreach (Candidate candidate in candidates) sum.Add(model.Replicas(candidate), factor * candidate.PriceMicros);
        return sum;
    }
}
