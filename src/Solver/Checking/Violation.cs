namespace Fulcrum.Solver.Checking;

/// <summary>One thing that is wrong with a plan.</summary>
/// <param name="Rule">Stable name, e.g. <c>capacity</c>, <c>price.assignment</c>, <c>certificate.bound</c>.</param>
/// <param name="Subject">What it is about: item, pool, provider, relation.</param>
/// <param name="Message">A sentence with the two figures that disagree.</param>
public sealed record Violation(string Rule, string Subject, string Message);
