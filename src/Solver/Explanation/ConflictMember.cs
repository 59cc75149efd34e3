namespace Fulcrum.Solver.Explanation;

/// <summary>A demand of an order that takes part in a conflict.</summary>
/// <param name="Name">Path in the order's document, items by their id: <c>items[web].traits.required[service:vm]</c>.</param>
/// <param name="Text">The demand in words.</param>
public sealed record ConflictMember(string Name, string Text);
