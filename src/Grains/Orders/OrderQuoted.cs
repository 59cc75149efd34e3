using System.Collections.Immutable;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Orders;
using Fulcrum.Grains.Journaling;

namespace Fulcrum.Grains.Orders;

/// <summary>The order has a priced plan and claims nothing.</summary>
/// <param name="Decision">What was decided, and why.</param>
/// <param name="Holds">What is claimed where, with the versions planned on.</param>
/// <param name="CompliantUntil">Earliest end of validity among the facts the gate used.</param>
/// <param name="Evidence">What the decision rests on, as the planner saw it: JSON.</param>
/// <param name="ValidUntil">Until when it can be ordered.</param>
public sealed record OrderQuoted(
    DecisionDocument Decision,
    ImmutableArray<PlannedHold> Holds,
    DateTimeOffset? CompliantUntil,
    JsonText? Evidence,
    DateTimeOffset ValidUntil) : OrderEvent;
