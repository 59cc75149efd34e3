using Fulcrum.Contracts.Documents;

namespace Fulcrum.Contracts.Reading;

/// <summary>Reads planned orders. Ids that do not exist and figures that do not add up are read as stated.</summary>
internal static class DecisionReader
{
    public static DecisionDocument Decision(ObjectReader o)
    {
        o.Optional("file")?.Text(DocumentLimits.EvidenceLengthMax);
        return new DecisionDocument
        {
            Status = o.Required("status").Choice<PlacementStatus>(),
            DecidedAt = o.Required("decidedAt").Instant(),
            Plan = o.Optional("plan")?.Members(Plan),
            Funnel = o.Optional("funnel")?.List(DocumentLimits.OrderItemsMax, static value => value.Members(Funnel)) ?? [],
            ConflictSet = o.Optional("conflictSet")?.List(DocumentLimits.ListLengthMax, static value => value.Text(DocumentLimits.EvidenceLengthMax)),
            Relaxations = o.Optional("relaxations")?.List(DocumentLimits.ListLengthMax, static value => value.Members(Relaxation)),
            Alternatives = o.Optional("alternatives")?.List(DocumentLimits.ListLengthMax, static value => value.Members(Plan)),
            WhyNot = o.Optional("whyNot")?.Members(WhyNot),
            Frontier = o.Optional("frontier")?.Members(Frontier),
            ConflictDetail = o.Optional("conflictDetail")?.Text(DocumentLimits.EvidenceLengthMax),
        };
    }

    private static RelaxationDocument Relaxation(ObjectReader o) => new()
    {
        Rule = o.Required("rule").Text(DocumentLimits.EvidenceLengthMax),
        Change = o.Required("change").Text(DocumentLimits.EvidenceLengthMax),
        PriceMonthly = o.Optional("priceMonthly")?.Number(-DocumentLimits.StatedMoneyMax, DocumentLimits.StatedMoneyMax, DocumentLimits.MoneyDecimalsMax),
        Smallest = o.Optional("smallest")?.Flag() ?? false,
        Sufficient = o.Optional("sufficient")?.Flag() ?? false,
    };

    private static WhyNotDocument WhyNot(ObjectReader o) => new()
    {
        ItemId = o.Required("itemId").Text(),
        ProviderId = o.Required("providerId").Text(),
        Status = o.Required("status").Choice<PlacementStatus>(),
        Detail = o.Required("detail").Text(DocumentLimits.EvidenceLengthMax),
        Difference = o.Optional("difference")?.Map(
            DocumentLimits.ListLengthMax,
            NameRules.Any,
            static value => value.Number(-DocumentLimits.StatedMoneyMax, DocumentLimits.StatedMoneyMax, DocumentLimits.MoneyDecimalsMax)),
        Plan = o.Optional("plan")?.Members(Plan),
        ConflictSet = o.Optional("conflictSet")?.List(DocumentLimits.ListLengthMax, static value => value.Text(DocumentLimits.EvidenceLengthMax)),
    };

    private static FrontierDocument Frontier(ObjectReader o) => new()
    {
        Complete = o.Optional("complete")?.Flag() ?? false,
        Plans = o.Optional("plans")?.List(DocumentLimits.ListLengthMax, static value => value.Members(FrontierPlan)) ?? [],
    };

    private static FrontierPlanDocument FrontierPlan(ObjectReader o) => new()
    {
        Corners = o.Optional("corners")?.List(DocumentLimits.ListLengthMax, static value => value.Choice<ObjectiveTerm>()) ?? [],
        Goals = o.Required("goals").List(DocumentLimits.ListLengthMax, static value => value.Choice<ObjectiveTerm>()),
        AtMost = o.Optional("atMost")?.Members(static limit => new TermLimitDocument { Term = limit.Required("term").Choice<ObjectiveTerm>(), Value = Money(limit, "value") }),
        Plan = o.Required("plan").Members(Plan),
    };

    private static PlanDocument Plan(ObjectReader o) => new()
    {
        Assignments = o.Required("assignments").List(DocumentLimits.AssignmentsMax, static value => value.Members(Assignment)),
        PriceMonthly = Money(o, "priceMonthly"),
        Score = o.Required("score").Members(Score),
        Certificate = o.Required("certificate").Members(Certificate),
    };

    private static AssignmentDocument Assignment(ObjectReader o) => new()
    {
        ItemId = o.Required("itemId").Text(),
        ResourcePoolId = o.Required("resourcePoolId").Text(),
        OfferId = o.Optional("offerId")?.Text(),
        Quantity = o.Required("quantity").Whole(-DocumentLimits.AmountMax, DocumentLimits.AmountMax),
        PriceMonthly = Money(o, "priceMonthly"),
    };

    private static ScoreDocument Score(ObjectReader o) => new()
    {
        Price = Money(o, "price"),
        Locality = Money(o, "locality"),
        Sovereignty = Money(o, "sovereignty"),
        Resources = Money(o, "resources"),
        Fees = Money(o, "fees"),
        Egress = Money(o, "egress"),
        Items = o.Optional("items")?.List(DocumentLimits.OrderItemsMax, static value => value.Members(ItemScore)) ?? [],
    };

    private static ItemScoreDocument ItemScore(ObjectReader o) => new()
    {
        ItemId = o.Required("itemId").Text(),
        Resources = Money(o, "resources"),
        Locality = Money(o, "locality"),
        Sovereignty = Money(o, "sovereignty"),
    };

    private static OptimalityCertificateDocument Certificate(ObjectReader o) => new()
    {
        Status = o.Required("status").Choice<PlacementStatus>(),
        Objective = Objective(o, "objective"),
        Bound = Objective(o, "bound"),
        Gap = o.Required("gap").Real(double.MinValue, double.MaxValue),
        Proof = o.Required("proof").Choice<ProofKind>(),
        Seed = o.Required("seed").Whole(long.MinValue, long.MaxValue),
        ProblemHash = o.Required("problemHash").Text(),
        Generations = o.Optional("generations")?.Map(
            DocumentLimits.AssignmentsMax, NameRules.Any, static value => value.Whole(0, long.MaxValue)) ?? [],
        Stages = o.Optional("stages")?.List(DocumentLimits.ListLengthMax, static value => value.Members(Stage)) ?? [],
        StagesMs = o.Optional("stagesMs")?.Members(StagesMs) ?? new StagesMsDocument(),
    };

    private static StageDocument Stage(ObjectReader o) => new()
    {
        Term = o.Required("term").Choice<ObjectiveTerm>(),
        Value = Money(o, "value"),
        Bound = Money(o, "bound"),
    };

    private static StagesMsDocument StagesMs(ObjectReader o) => new()
    {
        Filter = Milliseconds(o, "filter"),
        Bound = Milliseconds(o, "bound"),
        Search = Milliseconds(o, "search"),
        Check = Milliseconds(o, "check"),
    };

    private static ItemFunnelDocument Funnel(ObjectReader o) => new()
    {
        ItemId = o.Required("itemId").Text(),
        Pools = (int?)o.Optional("pools")?.Whole(0, int.MaxValue) ?? 0,
        Steps = o.Optional("steps")?.List(DocumentLimits.ListLengthMax, static value => value.Members(Step)) ?? [],
    };

    private static FunnelStepDocument Step(ObjectReader o) => new()
    {
        Rule = o.Required("rule").Text(),
        Removed = (int)o.Required("removed").Whole(0, int.MaxValue),
        Left = (int)o.Required("left").Whole(0, int.MaxValue),
        Reasons = o.Optional("reasons")?.List(DocumentLimits.ListLengthMax, static value => value.Members(Reason)) ?? [],
        RemovedAlone = (int?)o.Optional("removedAlone")?.Whole(0, int.MaxValue),
        LeftWithout = (int?)o.Optional("leftWithout")?.Whole(0, int.MaxValue),
    };

    private static FunnelReasonDocument Reason(ObjectReader o) => new()
    {
        Reason = o.Required("reason").Text(DocumentLimits.EvidenceLengthMax),
        Pools = (int)o.Required("pools").Whole(0, int.MaxValue),
    };

    private static decimal Money(ObjectReader o, string name) =>
        o.Required(name).Number(-DocumentLimits.StatedMoneyMax, DocumentLimits.StatedMoneyMax, DocumentLimits.MoneyDecimalsMax);

    private static decimal Objective(ObjectReader o, string name) =>
        o.Required(name).Number(-DocumentLimits.StatedObjectiveMax, DocumentLimits.StatedObjectiveMax, DocumentLimits.ObjectiveDecimalsMax);

    private static double Milliseconds(ObjectReader o, string name) => o.Optional(name)?.Real(0, double.MaxValue) ?? 0;
}
