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
        IGrouping<int, DomainGroup>[] providers = [.. model.GroupsByProvider()];
        LinearSum[] spends = [.. providers.Select(provider => Prices(model, provider.SelectMany(group => group.Candidates)))];
        if (CpBuilder.IsNarrow(spends.Aggregate(BigInteger.Zero, (sum, spend) => sum + spend.Max) * Million)) spends = [.. spends.Select(spend => AsVariable(model, spend))];
        LinearSum allowed = new();
        foreach (LinearSum spend in spends) allowed.Add(spend, share);
        foreach (LinearSum spend in spends) model.Builder.AddAtMost(new LinearSum().Add(spend, Million).Add(allowed, -1), 0);
    }

    public override bool IsMetBy(PlanView plan)
    {
        if (plan.Problem.Policy.MaxProviderShareMillionths is not { } share) return true;
        Dictionary<int, BigInteger> resources = plan.ResourcesByProvider();
        BigInteger allowed = share * resources.Values.Aggregate(BigInteger.Zero, (sum, price) => sum + price);
        return resources.Values.All(price => Million * price <= allowed);
    }

    private static LinearSum Prices(PlacementModel model, IEnumerable<Candidate> candidates)
    {
        LinearSum prices = new();
        foreach (Candidate candidate in candidates) prices.Add(model.Replicas(candidate), candidate.PriceMicros);
        return prices;
    }

    /// <summary>One variable per provider keeps the constraints short; sums that leave no headroom for it stay written out.</summary>
    private static LinearSum AsVariable(PlacementModel model, LinearSum spend)
    {
        CpVariable variable = model.Builder.NewVariable((long)spend.Max);
        model.Builder.AddEqual(new LinearSum().Add(spend, 1).Add(variable, -1), 0);
        return new LinearSum().Add(variable, 1);
    }
}
