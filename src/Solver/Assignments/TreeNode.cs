namespace Fulcrum.Solver.Assignments;

/// <summary>A region that has to be looked at.</summary>
/// <param name="Region">The region.</param>
/// <param name="Bound">No plan of it costs less.</param>
/// <param name="Depth">How often it was divided.</param>
internal sealed record TreeNode(Region Region, long Bound, int Depth);
