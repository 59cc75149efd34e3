using System.Numerics;

namespace Fulcrum.Solver.Checking;

/// <summary>What one item contributes, in micro-EUR per month.</summary>
internal sealed record ItemValue(BigInteger Resources, BigInteger Locality, BigInteger Sovereignty);
