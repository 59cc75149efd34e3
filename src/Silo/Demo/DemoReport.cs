using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;

namespace Fulcrum.Silo.Demo;

/// <summary>Prints what the demonstration did, as tables.</summary>
internal sealed class DemoReport(FederationDocument federation)
{
    private readonly Dictionary<string, ResourcePoolDocument> _pools = federation.ResourcePools.ToDictionary(static pool => pool.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, LocationDocument> _locations = federation.Locations.ToDictionary(static location => location.Id, StringComparer.Ordinal);

    /// <summary>What was imported.</summary>
    public void Imported() => Console.WriteLine(
        $"Imported {federation.Providers.Length} providers with {federation.ResourcePools.Length} resource pools at {federation.Locations.Length} locations.\n");

    /// <summary>One order.</summary>
    public void Placed(string file, DemoOutcome outcome, TimeSpan elapsed)
    {
        if (outcome.Order is { Plan: { } plan } order) Plan(file, order, plan, elapsed);
        else Refusal(file, outcome.Problem!, elapsed);
        Console.WriteLine();
    }

    /// <summary>Free capacity by country, before and after.</summary>
    public static void Capacity(CapacityReport before, CapacityReport after)
    {
        TextTable table = new("Country", ">Pools", ">vCPU free before", ">after", ">Memory GiB free before", ">after", ">vCPU allocated");
        foreach (CapacityGroup group in after.Groups)
        {
            CapacityGroup earlier = before.Groups.First(other => other.Key.Equals(group.Key));
            table.Add(
                group.Key["country"], $"{group.Pools}",
                $"{Free(earlier, "vcpu"):N0}", $"{Free(group, "vcpu"):N0}",
                $"{Free(earlier, "memoryMiB") / 1024:N0}", $"{Free(group, "memoryMiB") / 1024:N0}",
                $"{(group.Classes.TryGetValue("vcpu", out ClassCapacity? capacity) ? capacity.Allocated : 0):N0}");
        }

        Console.WriteLine("Capacity by country");
        Console.Write(table);
    }

    private void Plan(string file, OrderResource order, PlanDocument plan, TimeSpan elapsed)
    {
        OptimalityCertificateDocument certificate = plan.Certificate;
        Console.WriteLine($"{file}: {order.State.ToString().ToLowerInvariant()}");
        TextTable table = new("Item", ">Replicas", "Provider", "City", "Resource pool", "Offer", ">EUR/month");
        foreach (AssignmentDocument assignment in plan.Assignments)
        {
            ResourcePoolDocument pool = _pools[assignment.ResourcePoolId];
            LocationDocument place = _locations[pool.LocationId];
            table.Add(assignment.ItemId, $"{assignment.Quantity}", pool.ProviderId, $"{place.City ?? place.Id}, {place.Country}", pool.Id, assignment.OfferId ?? "free-form", $"{assignment.PriceMonthly:N2}");
        }

        Console.Write(table);
        Console.WriteLine($"Price {plan.PriceMonthly:N2} EUR/month (resources {plan.Score.Resources:N2}, fees {plan.Score.Fees:N2}, egress {plan.Score.Egress:N2}); locality {plan.Score.Locality:N2}, sovereignty {plan.Score.Sovereignty:N2}");
        Console.WriteLine($"Certificate: {certificate.Status.ToString().ToLowerInvariant()}, objective {certificate.Objective:0.######}, bound {certificate.Bound:0.######}, by {certificate.Proof.ToString().ToLowerInvariant()}; planned, checked, held and confirmed in {elapsed.TotalMilliseconds:N0} ms");
    }

    private static void Refusal(string file, ProblemResource problem, TimeSpan elapsed)
    {
        Console.WriteLine($"{file}: {problem.Code}: {problem.Detail}");
        foreach (ItemFunnelDocument funnel in problem.Funnel ?? [])
        {
            TextTable table = new("Rule", ">Removed", ">Left", "Why");
            foreach (FunnelStepDocument step in funnel.Steps.Where(static step => step.Removed > 0))
            {
                table.Add(step.Rule, $"{step.Removed}", $"{step.Left}", string.Join("; ", step.Reasons.Select(static reason => $"{reason.Pools} × {reason.Reason}")));
            }

            Console.WriteLine($"Item {funnel.ItemId}, {funnel.Pools} pools:");
            Console.Write(table);
        }

        Console.WriteLine($"Proved in {elapsed.TotalMilliseconds:N0} ms");
    }

    private static long Free(CapacityGroup group, string resourceClass) => group.Classes.TryGetValue(resourceClass, out ClassCapacity? capacity) ? capacity.Free : 0;
}
