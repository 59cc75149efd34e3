using System.Numerics;
using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Checking;

/// <summary>Whichever single domain is lost, enough replicas of an item remain elsewhere.</summary>
internal sealed class SurviveCheck : IPlanCheck
{
    public IEnumerable<Violation> Check(PlacedPlan plan)
    {
        for (int index = 0; index < plan.Order.Items.Count; index++)
        {
            OrderItem item = plan.Order.Items[index];
            foreach (SurviveRule rule in item.Survive)
            {
                (int Pool, BigInteger Replicas)[] domains = [.. plan.ReplicasPerDomain(index, rule.LossOf)];
                BigInteger all = domains.Aggregate(BigInteger.Zero, (sum, domain) => sum + domain.Replicas);
                foreach ((int pool, BigInteger lost) in domains.Where(domain => all - domain.Replicas < rule.MinReplicas))
                {
                    yield return new(
                        ViolationRules.Survive,
                        item.Id,
                        $"If {rule.LossOf.ToString().ToLowerInvariant()} '{plan.DomainName(pool, rule.LossOf)}' is lost, {all - lost} replicas of item " +
                        $"'{item.Id}' remain; at least {rule.MinReplicas} must.");
                }
            }
        }
    }
}
