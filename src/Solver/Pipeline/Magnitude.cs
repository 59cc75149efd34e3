using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Compilation;
using Fulcrum.Solver.Screening;

namespace Fulcrum.Solver.Pipeline;

/// <summary>How large the sums of a relaxation can get.</summary>
internal static class Magnitude
{
    /// <summary>Whether every sum that bounds compute stays far within 64 bits.</summary>
    public static bool IsNarrow(ScreenedProblem problem, Weights weights, IReadOnlyList<ItemCosts> costs)
    {
        Int128 sum = 0;
        foreach (ItemCosts item in costs)
        {
            if (item.IsWide) return false;
            sum += (Int128)item.Largest * item.Item.Definition.Quantity;
        }

        sum += problem.Source.Providers.Aggregate((Int128)0, static (total, provider) => total + provider.FeePerOrderMicros) * weights.Price;
        foreach (CompiledRelation relation in problem.Relations)
        {
            sum += (Int128)weights.Locality * relation.LargestLocalityMicros * problem.Items[relation.Definition.From].Definition.Quantity;
        }

        return sum + LargestEgress(problem, weights) < Cost.Largest;
    }

    private static Int128 LargestEgress(ScreenedProblem problem, Weights weights)
    {
        Int128 mib = 0;
        foreach (ScreenedItem item in problem.Items) mib += (Int128)item.UserTrafficMiB * item.Definition.Quantity;
        foreach (CompiledRelation relation in problem.Relations) mib += (Int128)relation.TrafficMiB * problem.Items[relation.Definition.From].Definition.Quantity;
        return mib == 0 ? 0 : mib * weights.Price * problem.Supply.LargestEgressMicrosPerMiB;
    }
}
