using Fulcrum.Solver.Model;
using Fulcrum.Solver.Supplies;

namespace Fulcrum.Solver.Tests.Solving;

/// <summary>A supply that has followed changes is the one that would be read afresh.</summary>
public sealed class SupplyTests
{
    private const int Rounds = 40;

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(200)]
    public void After_changes_the_digest_is_that_of_the_market_as_it_is(int count)
    {
        Random random = new(count);
        PlacementProblem market = Market(count);
        Supply supply = Supply.Of(market.Market, market.Providers, market.Pools);
        List<string> digests = [Convert.ToHexString(supply.Digest)];
        ResourcePool[] pools = [.. market.Pools];
        for (int round = 0; round < Rounds; round++)
        {
            int[] changed = [.. Enumerable.Range(0, count).OrderBy(_ => random.Next()).Take(random.Next(1, 4))];
            pools = [.. pools];
            foreach (int pool in changed) pools[pool] = Claim(pools[pool], round + 1);
            supply = supply.With(pools, changed);
            string digest = Convert.ToHexString(supply.Digest);
            digest.ShouldBe(Convert.ToHexString(Supply.Of(market.Market, market.Providers, pools).Digest));
            digests.Add(digest);
        }

        digests.Distinct().Count().ShouldBe(digests.Count);
    }

    [Fact]
    public void Pools_that_change_places_change_the_digest()
    {
        PlacementProblem market = Market(130);
        byte[] before = Supply.Of(market.Market, market.Providers, market.Pools).Digest.ToArray();
        ResourcePool[] swapped = [.. market.Pools];
        (swapped[1], swapped[129]) = (swapped[129], swapped[1]);
        Supply.Of(market.Market, market.Providers, swapped).Digest.ToArray().ShouldNotBe(before);
    }

    private static ResourcePool Claim(ResourcePool pool, long units) =>
        pool with { Inventories = pool.Inventories.ToDictionary(static entry => entry.Key, entry => entry.Value with { Claimed = units }) };

    private static PlacementProblem Market(int count)
    {
        Sketch sketch = new Sketch().Location("paris").Provider("a").Item("vm");
        for (int pool = 0; pool < count; pool++) sketch.Pool($"pool-{pool}", "a", "paris");
        return sketch.Build();
    }
}
