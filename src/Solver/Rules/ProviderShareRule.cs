using System.Numerics;
using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Exact;
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
        LinearSum total = new();
        List<CpVariable> spends = [];
        foreach (IGrouping<int, DomainGroup> provider in model.GroupsByProvider())
        {
            CpVariable spend = NewSpend(model, provider.SelectMany(group => group.Candidates));
            spends.Add(spend);
            total.Add(spend, share);
        }

        foreach (CpVariable spend in spends) model.Builder.AddAtMost(new LinearSum().Add(spend, Million).Add(total, -1), 0);
    }

    public override bool IsMetBy(PlanView plan)
    {
        if (plan.Problem.Policy.MaxProviderShareMillionths is not { } share) return true;
        Dictionary<int, BigInteger> resources = plan.ResourcesByProvider();
        BigInteger allowed = share * resources.Values.Aggregate(BigInteger.Zero, (sum, price) => sum + price);
        return resources.Values.All(price => Million * price <= allowed);
    }

    private static CpVariable NewSpend(PlacementModel model, IEnumerable<Candidate> candidates)
    {
        LinearSum prices = new();
        foreach (Candidate candidate in candidates) prices.Add(model.Replicas(candidate), candidate.PriceMicros);
        CpVariable spend = model.Builder.NewVariable(Money.ToInt64(prices.Max, "The sum of replica prices at a provider"));
        model.Builder.AddEqual(prices.Add(spend, -1), 0);
        return spend;
    }
}
