using Fulcrum.Solver.Checking;
using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Checking;

/// <summary>Section "Sovereignty gate", without certificates.</summary>
public sealed class GateTests
{
    private static readonly SovereigntyPolicy DataInFranceAndGermany = new() { DataCountries = ["FR", "DE"] };

    [Fact]
    public void DataCountries_cover_the_country_of_the_pool()
    {
        Scenario.Problem.WithGate(DataInFranceAndGermany).ShouldPass();
        Scenario.Problem.WithFacts("hyper", facts => facts with { DataCountries = ["DE"] }).WithGate(DataInFranceAndGermany)
            .ShouldViolate(ViolationRules.SovereigntyData, Scenario.Of(("web", "nyc-1", "m4", 4), ("db", "par-2", null, 2)));
    }

    [Fact]
    public void DataCountries_cover_every_country_of_the_fact() => Scenario.Problem
        .WithFacts("rhein", facts => facts with { DataCountries = ["DE", "US"] })
        .WithGate(DataInFranceAndGermany)
        .ShouldViolate(ViolationRules.SovereigntyData);

    [Fact]
    public void Seat()
    {
        Scenario.Problem.WithGate(new() { SeatIn = ["DE", "FR"] }).ShouldPass();
        Scenario.Problem.WithGate(new() { SeatIn = ["DE"] }).ShouldViolate(ViolationRules.SovereigntySeat);
    }

    [Fact]
    public void Every_country_of_staff()
    {
        PlacementProblem problem = Scenario.Problem.WithFacts("rhein", facts => facts with { StaffCountries = ["DE", "PL"] });
        problem.WithGate(new() { StaffIn = ["DE", "FR", "PL"] }).ShouldPass();
        problem.WithGate(new() { StaffIn = ["DE", "FR"] }).ShouldViolate(ViolationRules.SovereigntyStaff);
    }

    [Fact]
    public void Remote_administration_from_nowhere_is_within_every_list()
    {
        SovereigntyPolicy gate = new() { RemoteAdministrationIn = ["FR"] };
        Scenario.Problem.WithGate(gate).ShouldPass();
        Scenario.Problem.WithFacts("rhein", facts => facts with { RemoteAdministrationFrom = ["FR", "IN"] }).WithGate(gate)
            .ShouldViolate(ViolationRules.SovereigntyRemoteAdministration);
    }

    [Fact]
    public void Key_custody_is_one_of()
    {
        Scenario.Problem.WithGate(new() { KeyCustody = ["third-party", "customer"] }).ShouldPass();
        Scenario.Problem.WithGate(new() { KeyCustody = ["third-party"] }).ShouldViolate(ViolationRules.SovereigntyKeyCustody);
    }

    [Theory]
    [InlineData("FR", 240_000, true)]
    [InlineData("FR", 239_999, false)]
    [InlineData("CH", 999_999, false)]
    [InlineData("NO", 999_999, false)]
    public void What_is_not_shown_to_be_in_the_EU_counts_as_outside(string country, int allowed, bool valid)
    {
        PlacementProblem problem = Scenario.Problem
            .WithFacts("rhein", facts => facts with { Controllers = [new(country, 700_000), new(country, 60_000)] })
            .WithGate(new() { MaxNonEuControlShareMillionths = allowed });
        if (valid) problem.ShouldPass();
        else problem.ShouldViolate(ViolationRules.SovereigntyControl);
    }

    [Fact]
    public void Every_objective_named_reaches_its_level()
    {
        Scenario.Problem.WithGate(Seal(("SOV-1", 3))).ShouldPass();
        Scenario.Problem.WithGate(Seal(("SOV-1", 4))).ShouldViolate(ViolationRules.SovereigntySeal);
        Scenario.Problem.WithGate(Seal(("SOV-1", 3), ("SOV-2", 1))).ShouldViolate(ViolationRules.SovereigntySeal);
    }

    [Theory]
    [InlineData(ViolationRules.SovereigntySeat)]
    [InlineData(ViolationRules.SovereigntyControl)]
    [InlineData(ViolationRules.SovereigntyStaff)]
    [InlineData(ViolationRules.SovereigntyRemoteAdministration)]
    [InlineData(ViolationRules.SovereigntyKeyCustody)]
    [InlineData(ViolationRules.SovereigntyData)]
    [InlineData(ViolationRules.SovereigntyCertificates)]
    [InlineData(ViolationRules.SovereigntySeal)]
    public void A_missing_fact_fails_the_gate_that_asks_for_it(string rule)
    {
        PlacementProblem problem = Scenario.Problem.WithFacts("rhein", _ => SovereigntyFacts.None);
        problem.ShouldPass();
        problem.WithGate(GateOf(rule)).ShouldViolate(rule);
    }

    [Theory]
    [InlineData(ViolationRules.SovereigntyControl)]
    [InlineData(ViolationRules.SovereigntyStaff)]
    [InlineData(ViolationRules.SovereigntyData)]
    public void An_empty_list_is_a_missing_fact(string rule) => Scenario.Problem
        .WithFacts("rhein", facts => facts with { Controllers = [], StaffCountries = [], DataCountries = [] })
        .WithGate(GateOf(rule))
        .ShouldViolate(rule);

    [Fact]
    public void The_pool_replaces_single_members_and_lists_whole()
    {
        SovereigntyFacts own = new() { StaffCountries = ["US"] };
        PlacementProblem problem = Scenario.Problem.WithPool("fra-1", pool => pool with { Override = new(own, FactKinds.None) });
        problem.WithGate(new() { SeatIn = ["FR", "DE"], StaffIn = ["US", "FR", "DE"] }).ShouldPass();
        problem.WithGate(new() { StaffIn = ["FR", "DE"] }).ShouldViolate(ViolationRules.SovereigntyStaff);
        PlanChecker.Check(problem.WithGate(new() { StaffIn = ["US", "FR"] }), Scenario.Plan).Violations.Select(violation => violation.Subject).ShouldBe(["fra-2"]);
    }

    [Fact]
    public void The_pool_replaces_seal_whole() => Scenario.Problem
        .WithPool("fra-1", pool => pool with { Override = new(new() { Seal = new Dictionary<string, int> { ["SOV-2"] = 4 } }, FactKinds.None) })
        .WithGate(Seal(("SOV-1", 1)))
        .ShouldViolate(ViolationRules.SovereigntySeal);

    [Fact]
    public void The_pool_withdraws_a_fact()
    {
        PlacementProblem problem = Scenario.Problem.WithPool("fra-1", pool => pool with { Override = new(SovereigntyFacts.None, FactKinds.KeyCustody) });
        problem.WithGate(new() { SeatIn = ["FR", "DE"] }).ShouldPass();
        problem.WithGate(new() { KeyCustody = ["customer"] }).ShouldViolate(ViolationRules.SovereigntyKeyCustody);
    }

    private static SovereigntyPolicy Seal(params (string Objective, int Level)[] levels) =>
        new() { MinSeal = levels.ToDictionary(level => level.Objective, level => level.Level) };

    private static SovereigntyPolicy GateOf(string rule) => rule switch
    {
        ViolationRules.SovereigntySeat => new() { SeatIn = ["FR", "DE"] },
        ViolationRules.SovereigntyControl => new() { MaxNonEuControlShareMillionths = 1_000_000 },
        ViolationRules.SovereigntyStaff => new() { StaffIn = ["FR", "DE"] },
        ViolationRules.SovereigntyRemoteAdministration => new() { RemoteAdministrationIn = ["FR", "DE"] },
        ViolationRules.SovereigntyKeyCustody => new() { KeyCustody = ["customer"] },
        ViolationRules.SovereigntyData => DataInFranceAndGermany,
        ViolationRules.SovereigntyCertificates => new() { Certificates = [new([new("C5", null)])] },
        _ => Seal(("SOV-1", 1)),
    };
}
