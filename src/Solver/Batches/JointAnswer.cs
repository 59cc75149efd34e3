using Fulcrum.Solver.Results;

namespace Fulcrum.Solver.Batches;

/// <summary>What a joint search knows of some orders.</summary>
/// <param name="Status">What is known.</param>
/// <param name="Plans">One result per order, when there are plans.</param>
/// <param name="Bound">No plans have a sum below this, in thousandths of a micro-EUR.</param>
internal sealed record JointAnswer(PlacementStatus Status, IReadOnlyList<PlacementResult>? Plans, Int128 Bound);
