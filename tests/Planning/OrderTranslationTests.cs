using System.Text;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Reading;
using Fulcrum.Solver;
using Fulcrum.Solver.Model;

namespace Fulcrum.Planning.Tests;

/// <summary>Orders become what problems are made of, exactly.</summary>
public sealed class OrderTranslationTests
{
    private const string Json = """
        {
          "items": [
            { "id": "web", "quantity": 6, "resources": { "vcpu": 4 },
              "traits": { "required": ["a"], "forbidden": ["b"], "anyOf": [["c", "d"], []] },
              "placement": { "allowedCountries": ["EEA", "CH", "FR"], "deniedCountries": ["HU"], "pinnedPoolId": "p" },
              "users": [ { "locationId": "fr-par", "maxLatencyMs": 20.0001, "egressGiBMonthly": 0.5, "valuePerMsMonthly": 0.0000005 } ],
              "spread": [ { "by": "zone", "max": 2, "maxShare": 0.000001, "minDomains": 3 } ], "survive": [ { "lossOf": "country" } ] },
            { "id": "db", "quantity": 1, "resources": { "vcpu": 8 } } ],
          "relations": [ { "from": "db", "to": "web", "scope": "all", "affinity": "country", "antiAffinity": "pool", "valuePerMsMonthly": 2 } ],
          "policy": { "sovereignty": { "seatIn": ["EU", "CH"], "maxNonEuControlShare": 0.24 }, "preferences": [ { "keyCustody": ["customer"], "valueMonthly": 20 } ],
                      "maxProviderShare": 0.7, "budgetMonthly": 4000 },
          "objective": { "mode": "lexicographic", "locality": 0.125, "order": ["sovereignty", "price"], "tolerance": { "sovereignty": 0.05 } }
        }
        """;

    private static readonly MarketPlaces Places = MarketPlaces.Of([new LocationDocument { Id = "fr-par", Country = "FR", Latitude = 1, Longitude = 1 }], []);
    private static readonly OrderDocument Document = DocumentReader.ReadOrder(Encoding.UTF8.GetBytes(Json)).Value!;
    private static readonly Order Order = OrderTranslation.ToOrder(Document, Places);

    [Fact]
    public void Groups_are_expanded_each_country_once()
    {
        IReadOnlyList<string> allowed = Order.Items[0].Placement.AllowedCountries;
        allowed.Count.ShouldBe(31);
        allowed.ShouldBeUnique();
        allowed.ShouldContain("NO");
        Order.Policy.Sovereignty!.SeatIn!.Count.ShouldBe(28);
        Order.Items[0].Placement.DeniedCountries.ShouldBe(["HU"]);
    }

    [Fact]
    public void An_empty_list_demands_nothing()
    {
        Order.Items[0].AnyOfTraits.ShouldHaveSingleItem().ShouldBe(["c", "d"]);
        Order.Items[1].RequiredTraits.ShouldBeEmpty();
        Order.Items[1].Placement.PinnedPoolId.ShouldBeNull();
    }

    [Fact]
    public void Figures_are_whole_units()
    {
        UserGroup user = Order.Items[0].Users.ShouldHaveSingleItem();
        (user.Location, user.MaxLatencyMs, user.EgressGiBMonthly, user.ValuePerMsMicros).ShouldBe((0, 20.0001m, 0.5m, 1L));
        Order.Items[0].Spread.ShouldHaveSingleItem().ShouldBe(new SpreadRule(Domain.Zone, 2, 1, 3));
        Order.Items[0].Survive.ShouldHaveSingleItem().ShouldBe(new SurviveRule(Domain.Country, 1));
        (Order.Policy.MaxProviderShareMillionths, Order.Policy.BudgetMicros).ShouldBe((700_000, 4_000_000_000L));
        Order.Policy.Preferences.ShouldHaveSingleItem().ValueMicros.ShouldBe(20_000_000);
        Order.Objective.LocalityWeightThousandths.ShouldBe(125);
    }

    [Fact]
    public void Relations_refer_by_index()
    {
        Relation relation = Order.Relations.ShouldHaveSingleItem();
        (relation.From, relation.To, relation.Scope, relation.Affinity, relation.AntiAffinity).ShouldBe((1, 0, Solver.Model.LatencyScope.All, Domain.Country, Domain.Pool));
    }

    [Fact]
    public void Terms_bring_their_tolerance() => Order.Objective.Order.ShouldBe(
        [new LexicographicTerm(Solver.Model.ObjectiveTerm.Sovereignty, 0.05m), new LexicographicTerm(Solver.Model.ObjectiveTerm.Price, 0)]);

    [Fact]
    public void An_order_without_id_has_a_fixed_one() => Order.Id.ShouldBe(OrderTranslation.UnnamedOrderId);

    [Fact]
    public void Limits_of_the_order_win_over_defaults()
    {
        SolveOptions defaults = new() { Workers = 3, Seed = 1 };
        OrderTranslation.ToOptions(null, defaults).ShouldBe(defaults);
        OrderTranslation.ToOptions(new LimitsDocument { SolveMilliseconds = 500, Seed = 7, Deterministic = true }, defaults)
            .ShouldBe(defaults with { TimeLimit = TimeSpan.FromMilliseconds(500), Seed = 7, Deterministic = true });
    }

    [Fact]
    public void Names_that_do_not_exist_are_refused()
    {
        Should.Throw<ArgumentException>(() => OrderTranslation.ToOrder(Document with { Relations = [Document.Relations[0] with { To = "x" }] }, Places));
        Should.Throw<ArgumentException>(() => OrderTranslation.ToOrder(Document, MarketPlaces.Of([], [])));
    }
}
