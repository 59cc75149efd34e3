using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Certification;

/// <summary>An order in canonical form.</summary>
internal sealed class OrderHash(CanonicalWriter writer, SovereigntyHash sovereignty)
{
    /// <summary>Writes an order.</summary>
    public void Write(Order order)
    {
        writer.Write(order.Id);
        writer.WriteAll(order.Items, Write);
        writer.WriteAll(order.Relations, Write);
        Write(order.Policy);
        Write(order.Objective);
    }

    private void Write(OrderItem item)
    {
        writer.Write(item.Id);
        writer.Write(item.Quantity);
        writer.WriteMap(item.Resources, writer.Write);
        writer.WriteAll(item.RequiredTraits, writer.Write);
        writer.WriteAll(item.ForbiddenTraits, writer.Write);
        writer.WriteAll(item.AnyOfTraits, alternatives => writer.WriteAll(alternatives, writer.Write));
        Write(item.Placement);
        writer.WriteAll(item.Users, Write);
        writer.WriteAll(item.Spread, Write);
        writer.WriteAll(item.Survive, rule =>
        {
            writer.Write((long)rule.LossOf);
            writer.Write(rule.MinReplicas);
        });
    }

    private void Write(PlacementRule placement)
    {
        writer.WriteAll(placement.AllowedCountries, writer.Write);
        writer.WriteAll(placement.DeniedCountries, writer.Write);
        writer.WriteAll(placement.AllowedProviders, writer.Write);
        writer.WriteAll(placement.DeniedProviders, writer.Write);
        writer.WriteAll(placement.AllowedLocations, writer.Write);
        writer.WriteAll(placement.DeniedLocations, writer.Write);
        writer.Write(placement.PinnedPoolId);
    }

    private void Write(UserGroup user)
    {
        writer.Write(user.Location);
        writer.Write(user.MaxLatencyMs);
        writer.Write(user.EgressGiBMonthly);
        writer.Write(user.ValuePerMsMicros);
    }

    private void Write(SpreadRule rule)
    {
        writer.Write((long)rule.By);
        writer.Write((long?)rule.Max);
        writer.Write((long?)rule.MaxShareMillionths);
        writer.Write((long?)rule.MinDomains);
    }

    private void Write(Relation relation)
    {
        writer.Write(relation.From);
        writer.Write(relation.To);
        writer.Write(relation.MaxLatencyMs);
        writer.Write((long)relation.Scope);
        writer.Write(relation.TrafficGiBMonthly);
        writer.Write(relation.ValuePerMsMicros);
        writer.Write((long?)relation.Affinity);
        writer.Write((long?)relation.AntiAffinity);
    }

    private void Write(OrderPolicy policy)
    {
        sovereignty.Write(policy.Sovereignty);
        writer.WriteAll(policy.Preferences, preference =>
        {
            sovereignty.Write(preference.Requirement);
            writer.Write(preference.ValueMicros);
        });
        writer.Write((long?)policy.MinProviders);
        writer.Write((long?)policy.MaxProviders);
        writer.Write((long?)policy.MaxProviderShareMillionths);
        writer.Write(policy.BudgetMicros);
    }

    private void Write(Objective objective)
    {
        writer.Write((long)objective.Mode);
        foreach (ObjectiveTerm term in Enum.GetValues<ObjectiveTerm>()) writer.Write(objective.WeightThousandths(term));
        writer.WriteAll(objective.Order, stage =>
        {
            writer.Write((long)stage.Term);
            writer.Write(stage.Tolerance);
        });
    }
}
