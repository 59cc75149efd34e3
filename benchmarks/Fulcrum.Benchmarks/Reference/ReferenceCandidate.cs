namespace Fulcrum.Benchmarks.Reference;

/// <summary>One way to serve one replica of an item.</summary>
/// <param name="Item">Index into the order's items.</param>
/// <param name="Pool">Index into the problem's pools.</param>
/// <param name="Offer">Index into the pool's offers, or <see cref="Solver.Results.PlanLine.FreeForm"/>.</param>
/// <param name="Consumption">Amounts per class.</param>
/// <param name="ReplicasMax">Replicas that fit when the pool serves nothing else, at most the quantity.</param>
/// <param name="PriceMicros">Micro-EUR per month.</param>
/// <param name="LocalityMicros">What latency to the item's users costs, micro-EUR per month.</param>
internal sealed record ReferenceCandidate(
    int Item, int Pool, int Offer, IReadOnlyDictionary<string, long> Consumption, int ReplicasMax, long PriceMicros, long LocalityMicros);
