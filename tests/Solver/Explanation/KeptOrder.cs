using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Explanation;

/// <summary>An order with only those demands whose names are kept, written apart from the solver's own list of demands. Amounts stay.</summary>
internal sealed class KeptOrder(IReadOnlyCollection<string> names, string? dropped = null)
{
    private bool _hasCertificates;

    public PlacementProblem Of(PlacementProblem problem, IReadOnlyList<int> items)
    {
        Order order = problem.Order;
        _hasCertificates = order.Policy.Sovereignty?.Certificates is { Count: > 0 };
        Dictionary<int, int> positions = items.Index().ToDictionary(entry => entry.Item, entry => entry.Index);
        IEnumerable<Relation> relations = order.Relations.Select(Of).Where(relation => positions.ContainsKey(relation.From) && positions.ContainsKey(relation.To));
        return problem with
        {
            Order = order with
            {
                Items = [.. items.Select(index => Of(order.Items[index]))],
                Relations = [.. relations.Select(relation => relation with { From = positions[relation.From], To = positions[relation.To] })],
                Policy = Of(order.Policy),
            },
        };
    }

    private OrderItem Of(OrderItem item)
    {
        string path = $"items[{item.Id}]";
        PlacementRule placement = item.Placement;
        return item with
        {
            RequiredTraits = [.. item.RequiredTraits.Where(trait => HasTrait($"{path}.traits.required[{trait}]", trait))],
            ForbiddenTraits = [.. item.ForbiddenTraits.Where(trait => Has($"{path}.traits.forbidden[{trait}]"))],
            AnyOfTraits = [.. item.AnyOfTraits.Where((_, index) => Has($"{path}.traits.anyOf[{index}]"))],
            Placement = new PlacementRule
            {
                AllowedCountries = List($"{path}.placement.allowedCountries", placement.AllowedCountries),
                DeniedCountries = List($"{path}.placement.deniedCountries", placement.DeniedCountries),
                AllowedProviders = List($"{path}.placement.allowedProviders", placement.AllowedProviders),
                DeniedProviders = List($"{path}.placement.deniedProviders", placement.DeniedProviders),
                AllowedLocations = List($"{path}.placement.allowedLocations", placement.AllowedLocations),
                DeniedLocations = List($"{path}.placement.deniedLocations", placement.DeniedLocations),
                PinnedPoolId = Has($"{path}.placement.pinnedPoolId") ? placement.PinnedPoolId : null,
            },
            Users = [.. item.Users.Select((user, index) => Has($"{path}.users[{index}].maxLatencyMs") ? user : user with { MaxLatencyMs = null })],
            Spread = [.. item.Spread.Select((rule, index) => Of(rule, $"{path}.spread[{index}]"))],
            Survive = [.. item.Survive.Where((_, index) => Has($"{path}.survive[{index}]"))],
        };
    }

    private SpreadRule Of(SpreadRule rule, string path) => Has(path) ? rule : new SpreadRule(
        rule.By,
        Has($"{path}.max") ? rule.Max : null,
        Has($"{path}.maxShare") ? rule.MaxShareMillionths : null,
        Has($"{path}.minDomains") ? rule.MinDomains : null);

    private Relation Of(Relation relation, int index) => relation with
    {
        MaxLatencyMs = Has($"relations[{index}].maxLatencyMs") ? relation.MaxLatencyMs : null,
        Affinity = Has($"relations[{index}].affinity") ? relation.Affinity : null,
        AntiAffinity = Has($"relations[{index}].antiAffinity") ? relation.AntiAffinity : null,
    };

    private OrderPolicy Of(OrderPolicy policy) => policy with
    {
        MinProviders = Has("policy.minProviders") ? policy.MinProviders : null,
        MaxProviders = Has("policy.maxProviders") ? policy.MaxProviders : null,
        MaxProviderShareMillionths = Has("policy.maxProviderShare") ? policy.MaxProviderShareMillionths : null,
        BudgetMicros = Has("policy.budgetMonthly") ? policy.BudgetMicros : null,
        Sovereignty = policy.Sovereignty is { } gate ? Of(gate) : null,
    };

    private SovereigntyPolicy Of(SovereigntyPolicy gate)
    {
        const string path = "policy.sovereignty";
        return new SovereigntyPolicy
        {
            DataCountries = Has($"{path}.dataCountries") ? gate.DataCountries : null,
            SeatIn = Has($"{path}.seatIn") ? gate.SeatIn : null,
            StaffIn = Has($"{path}.staffIn") ? gate.StaffIn : null,
            RemoteAdministrationIn = Has($"{path}.remoteAdministrationIn") ? gate.RemoteAdministrationIn : null,
            KeyCustody = Has($"{path}.keyCustody") ? gate.KeyCustody : null,
            MaxNonEuControlShareMillionths = Has($"{path}.maxNonEuControlShare") ? gate.MaxNonEuControlShareMillionths : null,
            Certificates = [.. (gate.Certificates ?? []).Where((_, index) => Has($"{path}.certificates[{index}]"))],
            MinSeal = (gate.MinSeal ?? new Dictionary<string, int>()).Where(entry => Has($"{path}.minSeal[{entry.Key}]")).ToDictionary(),
        };
    }

    private IReadOnlyList<string> List(string name, IReadOnlyList<string> entries) => Has(name) ? entries : [];

    /// <summary>Services stay while certificates are asked for: they decide which certificates cover an item.</summary>
    private bool HasTrait(string name, string trait) => name != dropped && (Has(name) || (_hasCertificates && trait.StartsWith("service:", StringComparison.Ordinal)));

    private bool Has(string name) => names.Contains(name);
}
