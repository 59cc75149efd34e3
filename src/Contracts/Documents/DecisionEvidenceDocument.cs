using System.Collections.Immutable;

namespace Fulcrum.Contracts.Documents;

/// <summary>What a decision rests on, as the planner saw it: enough to check a plan again, enough to name the market that a rejection was proved on.</summary>
public sealed record DecisionEvidenceDocument
{
    /// <summary>The market that was planned on.</summary>
    public required MarketEvidenceDocument Market { get; init; }

    /// <summary>Facts of what the plan uses and the order names; absent without a plan.</summary>
    public FederationDocument? Federation { get; init; }

    /// <summary>Claims of the pools that the plan uses; without a plan, of the pools on which claims were under way.</summary>
    public ImmutableArray<PoolClaimsDocument> Claims { get; init; } = [];
}
