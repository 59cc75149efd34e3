using Fulcrum.Contracts.Documents;
using Fulcrum.Solver.Checking;
using Fulcrum.Solver.Model;

namespace Fulcrum.Planning;

/// <summary>Whether what was planned still meets its gates, and how long it will.</summary>
public static class Compliance
{
    private static readonly string[] GateRules = ["eligibility.", "sovereignty."];

    private const string StatusRule = "eligibility.status";
    private const string ServicePrefix = "service:";

    /// <summary>Whether the part of a plan that lies in a pool meets the order's gates there. A pool that drains keeps what it has; one that is suspended does not.</summary>
    public static bool Holds(MarketPlaces places, OrderDocument order, PlanDocument plan, ResourcePoolDocument pool, ProviderDocument provider, DateTimeOffset at)
    {
        if (pool.Status == Contracts.Documents.LifecycleStatus.Suspended || provider.Status == Contracts.Documents.LifecycleStatus.Suspended) return false;
        PlacementProblem problem = MarketTranslation.ToSnapshot(places, [new PoolState(WithBought(pool, order, plan), provider, [], 0, 0)]).ToProblem(order, at);
        ClaimedPlan claim = new()
        {
            Assignments =
            [
                .. plan.Assignments.Where(assignment => assignment.ResourcePoolId == pool.Id)
                    .Select(static assignment => new ClaimedAssignment(assignment.ItemId, assignment.ResourcePoolId, assignment.OfferId, assignment.Quantity, null)),
            ],
        };
        return !PlanChecker.Check(problem, claim).Violations.Any(static violation => violation.Rule != StatusRule && GateRules.Any(rule => violation.Rule.StartsWith(rule, StringComparison.Ordinal)));
    }

    /// <summary>The earliest end of validity among the certificates that the gate of a plan rests on: the first instant at which it may fail; null when none ends.</summary>
    public static DateTimeOffset? EarliestEnd(PlacementProblem problem, PlanDocument plan)
    {
        if (problem.Order.Policy.Sovereignty?.Certificates is not { } requirements) return null;
        DateOnly day = DateOnly.FromDateTime(problem.DecidedAt.UtcDateTime);
        Dictionary<string, ResourcePool> pools = problem.Pools.ToDictionary(static pool => pool.Id, StringComparer.Ordinal);
        Dictionary<string, OrderItem> items = problem.Order.Items.ToDictionary(static item => item.Id, StringComparer.Ordinal);
        DateOnly last = plan.Assignments
            .Select(assignment => LastDay(requirements, items[assignment.ItemId], Certificates(problem, pools[assignment.ResourcePoolId]), day))
            .DefaultIfEmpty(DateOnly.MaxValue)
            .Min();
        return last == DateOnly.MaxValue ? null : new DateTimeOffset(last.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
    }

    /// <summary>The pool with the offers that the plan has bought there, sold today or not: gates do not ask for that.</summary>
    private static ResourcePoolDocument WithBought(ResourcePoolDocument pool, OrderDocument order, PlanDocument plan)
    {
        IEnumerable<OfferDocument> gone = plan.Assignments
            .Where(assignment => assignment.ResourcePoolId == pool.Id && assignment.OfferId is { } offer && !pool.Offers.Any(sold => sold.Id == offer))
            .DistinctBy(static assignment => assignment.OfferId)
            .Select(assignment => new OfferDocument { Id = assignment.OfferId!, Resources = order.Items.First(item => item.Id == assignment.ItemId).Resources, PricePerHour = 0 });
        return pool with { Offers = [.. pool.Offers, .. gone] };
    }

    private static IReadOnlyList<Certificate> Certificates(PlacementProblem problem, ResourcePool pool)
    {
        if (pool.Override?.Facts.Certificates is { } own) return own;
        bool withdrawn = pool.Override?.Withdrawn.HasFlag(FactKinds.Certificates) ?? false;
        return withdrawn ? [] : problem.Providers[pool.Provider].Facts.Certificates ?? [];
    }

    private static DateOnly LastDay(IReadOnlyList<CertificateRequirement> requirements, OrderItem item, IReadOnlyList<Certificate> certificates, DateOnly day)
    {
        Certificate[] valid = [.. certificates.Where(certificate => !(certificate.ValidFrom > day) && !(certificate.ValidTo < day))];
        string[] services = [.. item.RequiredTraits.Where(static trait => trait.StartsWith(ServicePrefix, StringComparison.Ordinal))];
        return requirements
            .Select(requirement => requirement.AnyOf.Select(alternative => LastDay(alternative, services, valid)).DefaultIfEmpty(DateOnly.MinValue).Max())
            .DefaultIfEmpty(DateOnly.MaxValue)
            .Min();
    }

    private static DateOnly LastDay(CertificateAlternative alternative, string[] services, IEnumerable<Certificate> valid)
    {
        Certificate[] matching = [.. valid.Where(certificate => certificate.Scheme == alternative.Scheme
            && (alternative.Levels is null || (certificate.Level is { } level && alternative.Levels.Contains(level))))];
        return services.Length == 0
            ? Latest(matching.Where(static certificate => certificate.Scopes is null))
            : services.Select(service => Latest(matching.Where(certificate => certificate.Scopes is null || certificate.Scopes.Contains(service)))).Min();
    }

    private static DateOnly Latest(IEnumerable<Certificate> certificates) =>
        certificates.Select(static certificate => certificate.ValidTo ?? DateOnly.MaxValue).DefaultIfEmpty(DateOnly.MinValue).Max();
}
