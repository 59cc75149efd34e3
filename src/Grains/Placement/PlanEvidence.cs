using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Pools;
using Fulcrum.Contracts.Quantities;
using Fulcrum.Grains.Capacity;
using Fulcrum.Grains.Journaling;
using Fulcrum.Grains.Orders;
using Fulcrum.Planning;

namespace Fulcrum.Grains.Placement;

/// <summary>Writes down what a decision rests on.</summary>
/// <param name="request">What was asked.</param>
/// <param name="snapshot">What was known.</param>
/// <param name="batch">The batch that the order was planned in.</param>
internal sealed class PlanEvidence(PlanRequest request, CapacitySnapshot snapshot, BatchFigures? batch)
{
    /// <summary>Of a plan: facts and claims of everything that it and other plans of the decision use and the order names, so that the checker needs nothing else.</summary>
    public JsonText Of(DecisionDocument decision)
    {
        PoolSummary[] pools = [.. DecisionPlans.Of(decision).SelectMany(static plan => plan.Assignments).Select(static assignment => assignment.ResourcePoolId).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal).Select(snapshot.SummaryOf)];
        return Write(new DecisionEvidenceDocument { Market = Market(), Federation = Facts(pools), Claims = [.. pools.Select(Claims)] });
    }

    /// <summary>Of a rejection: which versions of which pools it was proved on, and what other orders were claiming meanwhile.</summary>
    public JsonText OfRejection() => Write(new DecisionEvidenceDocument
    {
        Market = Market() with { ResourcePoolsHash = HashOfPools() },
        Claims = [.. snapshot.Summaries.Select(Claims).Where(static claims => claims.InFlight.Count > 0)],
    });

    private static JsonText Write(DecisionEvidenceDocument evidence) => new(EvidenceJson.Write(evidence));

    private MarketEvidenceDocument Market() => new()
    {
        Version = snapshot.View.Version,
        Providers = snapshot.Providers.Count,
        ResourcePools = snapshot.Summaries.Count,
        ReadAfresh = request.Afresh,
        PlannedWith = batch?.Orders - 1,
        Excluded = [.. request.Excluded.Select(static pool => pool.Value)],
    };

    private FederationDocument Facts(PoolSummary[] pools)
    {
        OrderItemDocument[] items = [.. request.Order.Items];
        HashSet<string> places = pools.Select(static summary => summary.Pool.LocationId)
            .Concat(items.SelectMany(static item => item.Users).Select(static user => user.LocationId))
            .Concat(items.SelectMany(static item => item.Placement?.AllowedLocations ?? []))
            .ToHashSet(StringComparer.Ordinal);
        IEnumerable<string> members = pools.Select(static summary => summary.Pool.ProviderId)
            .Concat(items.SelectMany(static item => item.Placement?.AllowedProviders ?? []))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        return new FederationDocument
        {
            Currency = snapshot.View.Currency,
            Locations = [.. places.Order(StringComparer.Ordinal).Where(snapshot.View.Locations.ContainsKey).Select(id => snapshot.View.Locations[id].Location)],
            Links = [.. snapshot.View.Links.Where(link => places.Contains(link.From) && places.Contains(link.To))],
            Providers = [.. members.Where(snapshot.Providers.ContainsKey).Select(id => snapshot.Providers[id])],
            ResourcePools = [.. pools.Select(static summary => summary.Pool)],
        };
    }

    private PoolClaimsDocument Claims(PoolSummary summary) => new()
    {
        ResourcePoolId = summary.Pool.Id,
        ConfigVersion = summary.ConfigVersion,
        Generation = summary.Generation,
        Claimed = summary.Held.Plus(summary.Allocated),
        InFlight = InFlight(summary),
    };

    /// <summary>What the market counts as claimed beyond what the pool itself said.</summary>
    private SortedMap<long> InFlight(PoolSummary summary)
    {
        SortedMap<long> claimed = summary.Held.Plus(summary.Allocated);
        return snapshot.PoolOf(summary.Pool.Id).Inventories
            .Select(inventory => KeyValuePair.Create(inventory.Key, inventory.Value.Claimed - claimed.Of(inventory.Key)))
            .Where(static entry => entry.Value > 0)
            .ToSortedMap();
    }

    private string HashOfPools()
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (PoolSummary summary in snapshot.Summaries)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{summary.Pool.Id} {summary.ConfigVersion} {summary.Generation}\n")));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
