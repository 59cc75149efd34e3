using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Explanation;

/// <summary>A change of one demand.</summary>
/// <param name="Text">What to change, in words.</param>
/// <param name="Apply">The order with it.</param>
internal sealed record Change(string Text, Func<Order, Order> Apply);
