using Fulcrum.Contracts.Documents;
using Fulcrum.Solver;

namespace Fulcrum.Planning.Tests;

/// <summary>Whether what was planned still meets its gates.</summary>
public sealed class ComplianceTests
{
    [Fact]
    public void Prices_offers_and_capacity_do_not_count_and_facts_do_whatever_is_still_sold()
    {
        (FederationDocument federation, OrderDocument order) = (Samples.Federation, Samples.Order("04-secnumcloud.json"));
        MarketSnapshot market = Samples.Market;
        PlanDocument plan = new Planner(TimeProvider.System).Plan(market, order, Samples.DecidedAt, new SolveOptions { Workers = 1 }, TestContext.Current.CancellationToken).Plan!;
        ResourcePoolDocument pool = federation.ResourcePools.Single(known => known.Id == plan.Assignments[0].ResourcePoolId);
        ProviderDocument provider = federation.Providers.Single(known => known.Id == pool.ProviderId);
        ResourcePoolDocument soldOut = pool with { Offers = [], PriceBook = null, Inventories = [] };
        ProviderDocument withoutCertificates = provider with { Sovereignty = provider.Sovereignty with { Certificates = [] } };

        Holds(pool, provider).ShouldBeTrue();
        Holds(soldOut, provider).ShouldBeTrue();
        Holds(pool, withoutCertificates).ShouldBeFalse();
        Holds(soldOut, withoutCertificates).ShouldBeFalse();
        Holds(pool with { Status = LifecycleStatus.Draining }, provider).ShouldBeTrue();
        Holds(pool with { Status = LifecycleStatus.Suspended }, provider).ShouldBeFalse();

        bool Holds(ResourcePoolDocument changed, ProviderDocument owner) => Compliance.Holds(market.Places, order, plan, changed, owner, Samples.DecidedAt);
    }
}
