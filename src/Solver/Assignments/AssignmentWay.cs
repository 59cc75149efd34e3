namespace Fulcrum.Solver.Assignments;

/// <summary>A way to serve a replica of an item.</summary>
/// <param name="Item">The item.</param>
/// <param name="Pool">The pool, as numbered in the model.</param>
/// <param name="Number">The way, as numbered by its item.</param>
/// <param name="Cost">Of a replica.</param>
/// <param name="Most">Most replicas.</param>
/// <param name="Amounts">What a replica takes of each row of the pool.</param>
internal readonly record struct AssignmentWay(int Item, int Pool, int Number, long Cost, int Most, long[] Amounts);
