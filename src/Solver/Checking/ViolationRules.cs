namespace Fulcrum.Solver.Checking;

/// <summary>Names of the rules a plan can violate. The values are stable: add, never change.</summary>
public static class ViolationRules
{
    /// <summary>An assignment names an item that the order does not have.</summary>
    public const string PlanItem = "plan.item";

    /// <summary>An assignment names a pool that the market does not have.</summary>
    public const string PlanPool = "plan.pool";

    /// <summary>An assignment names an offer that its pool does not sell.</summary>
    public const string PlanOffer = "plan.offer";

    /// <summary>The quantity of an assignment is below 1 or above what an order can hold.</summary>
    public const string PlanQuantity = "plan.quantity";

    /// <summary>Two assignments name the same item, pool and offer.</summary>
    public const string PlanDuplicate = "plan.duplicate";

    /// <summary>The replicas assigned to an item are not its quantity.</summary>
    public const string PlanComplete = "plan.complete";

    /// <summary>The offer or the price book does not cover what a replica demands.</summary>
    public const string CandidateCoverage = "candidate.coverage";

    /// <summary>A class is consumed that the pool has no inventory of.</summary>
    public const string CandidateInventory = "candidate.inventory";

    /// <summary>The consumption of a replica is below the least, above the largest or between two portions.</summary>
    public const string CandidatePortion = "candidate.portion";

    /// <summary>The order consumes more of a class than the pool has free.</summary>
    public const string Capacity = "capacity";

    /// <summary>The pool or its provider takes no new orders.</summary>
    public const string EligibilityStatus = "eligibility.status";

    /// <summary>Traits of the pool do not fit the item.</summary>
    public const string EligibilityTraits = "eligibility.traits";

    /// <summary>An allow list, a deny list or a pin excludes the pool.</summary>
    public const string EligibilityPlacement = "eligibility.placement";

    /// <summary>Data would be outside the countries accepted.</summary>
    public const string SovereigntyData = "sovereignty.dataCountries";

    /// <summary>The seat is not where it must be.</summary>
    public const string SovereigntySeat = "sovereignty.seatIn";

    /// <summary>Staff is not where it must be.</summary>
    public const string SovereigntyStaff = "sovereignty.staffIn";

    /// <summary>Remote administration comes from outside the countries accepted.</summary>
    public const string SovereigntyRemoteAdministration = "sovereignty.remoteAdministrationIn";

    /// <summary>Keys are not held as demanded.</summary>
    public const string SovereigntyKeyCustody = "sovereignty.keyCustody";

    /// <summary>Too large a share of control is not shown to be in the EU.</summary>
    public const string SovereigntyControl = "sovereignty.maxNonEuControlShare";

    /// <summary>A certificate asked for is missing, not valid on the day, or does not cover the item.</summary>
    public const string SovereigntyCertificates = "sovereignty.certificates";

    /// <summary>A level of the Cloud Sovereignty Framework is too low.</summary>
    public const string SovereigntySeal = "sovereignty.minSeal";

    /// <summary>A pool is too far from users.</summary>
    public const string LatencyUser = "latency.user";

    /// <summary>Pools of related items are too far from each other.</summary>
    public const string LatencyRelation = "latency.relation";

    /// <summary>Items that must be in the same single domain are not.</summary>
    public const string Affinity = "affinity";

    /// <summary>Items that must not share a domain do.</summary>
    public const string AntiAffinity = "antiAffinity";

    /// <summary>Too many replicas in one domain.</summary>
    public const string SpreadMax = "spread.max";

    /// <summary>Too large a share of the replicas in one domain.</summary>
    public const string SpreadMaxShare = "spread.maxShare";

    /// <summary>Too few distinct domains.</summary>
    public const string SpreadMinDomains = "spread.minDomains";

    /// <summary>The loss of one domain leaves too few replicas.</summary>
    public const string Survive = "survive";

    /// <summary>Fewer providers than demanded.</summary>
    public const string ProvidersMin = "providers.min";

    /// <summary>More providers than allowed.</summary>
    public const string ProvidersMax = "providers.max";

    /// <summary>Too large a share of the replica prices at one provider.</summary>
    public const string ProvidersShare = "providers.maxShare";

    /// <summary>The price term exceeds the budget.</summary>
    public const string Budget = "budget";

    /// <summary>The price stated for an assignment is not what its replicas cost.</summary>
    public const string PriceAssignment = "price.assignment";

    /// <summary>The price stated for the plan is not its price term.</summary>
    public const string PricePlan = "price.plan";

    /// <summary>The money of the plan does not fit in 64 bits.</summary>
    public const string ScoreRange = "score.range";

    /// <summary>The sum of replica prices is not as stated.</summary>
    public const string ScoreResources = "score.resources";

    /// <summary>The fees are not as stated.</summary>
    public const string ScoreFees = "score.fees";

    /// <summary>The egress is not as stated.</summary>
    public const string ScoreEgress = "score.egress";

    /// <summary>The locality term is not as stated.</summary>
    public const string ScoreLocality = "score.locality";

    /// <summary>The sovereignty term is not as stated.</summary>
    public const string ScoreSovereignty = "score.sovereignty";

    /// <summary>What an item contributes is not as stated.</summary>
    public const string ScoreItems = "score.items";

    /// <summary>A certificate of a plan says that there is none.</summary>
    public const string CertificateStatus = "certificate.status";

    /// <summary>The objective is not the value of the plan.</summary>
    public const string CertificateObjective = "certificate.objective";

    /// <summary>The bound is above the objective, or not the one that the last stage proved.</summary>
    public const string CertificateBound = "certificate.bound";

    /// <summary>A plan is called optimal while its bound leaves room for a better one.</summary>
    public const string CertificateOptimal = "certificate.optimal";

    /// <summary>The gap is not (objective − bound) / max(1, |objective|).</summary>
    public const string CertificateGap = "certificate.gap";

    /// <summary>The stages of a lexicographic objective contradict the order, the plan or each other.</summary>
    public const string CertificateStages = "certificate.stages";
}
