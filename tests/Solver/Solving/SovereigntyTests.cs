using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Solving;

/// <summary>The gate over facts, and the worth of preferences.</summary>
public sealed class SovereigntyTests
{
    private static readonly SovereigntyFacts French = new()
    {
        Seat = "FR",
        Controllers = [new Controller("FR", 760_000), new Controller("US", 240_000)],
        StaffCountries = ["FR", "DE"],
        RemoteAdministrationFrom = [],
        KeyCustody = "customer",
        DataCountries = ["FR"],
        Certificates = [new Certificate("C5", "type 2", ["service:vm"], new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 1)), new Certificate("C5", "type 2", ["service:db"], null, null)],
        Seal = new Dictionary<string, int> { ["SOV-2"] = 3 },
    };

    private static Sketch One(SovereigntyFacts facts, SovereigntyOverride? stated = null) => new Sketch()
        .Location("paris").Provider("a", provider => provider with { Facts = facts })
        .Pool("p", "a", "paris", with: pool => pool with { Traits = new HashSet<string> { "service:vm", "service:db" }, Override = stated });

    private static bool Passes(SovereigntyPolicy gate, SovereigntyFacts? facts = null, SovereigntyOverride? stated = null, params string[] services) =>
        One(facts ?? French, stated).Item("web", 1, item => item with { RequiredTraits = services }).Gate(gate).Plan() != "infeasible";

    private static SovereigntyPolicy Certified(string scheme, params string[] levels) => new()
    {
        Certificates = [new CertificateRequirement([new CertificateAlternative(scheme, levels.Length == 0 ? null : levels)])],
    };

    [Fact]
    public void Facts_that_are_asked_for_and_missing_fail()
    {
        Passes(new() { SeatIn = ["FR"] }, SovereigntyFacts.None).ShouldBeFalse();
        Passes(new() { StaffIn = ["FR"] }, French with { StaffCountries = [] }).ShouldBeFalse();
        Passes(new() { DataCountries = ["FR"] }, French with { DataCountries = [] }).ShouldBeFalse();
        Passes(new() { MaxNonEuControlShareMillionths = 1_000_000 }, French with { Controllers = [] }).ShouldBeFalse();
        Passes(new() { RemoteAdministrationIn = ["FR"] }, French with { RemoteAdministrationFrom = null }).ShouldBeFalse();
    }

    [Fact]
    public void No_remote_administration_passes_wherever_it_must_come_from() => Passes(new() { RemoteAdministrationIn = ["NL"] }).ShouldBeTrue();

    [Fact]
    public void Every_country_of_the_staff_counts()
    {
        Passes(new() { StaffIn = ["FR"] }).ShouldBeFalse();
        Passes(new() { StaffIn = ["FR", "DE"] }).ShouldBeTrue();
    }

    [Fact]
    public void Data_countries_bind_the_pool_as_well_as_the_fact()
    {
        Passes(new() { DataCountries = ["FR"] }).ShouldBeTrue();
        Passes(new() { DataCountries = ["DE"] }, French with { DataCountries = ["DE"] }).ShouldBeFalse();
        Passes(new() { DataCountries = ["FR"] }, French with { DataCountries = ["FR", "DE"] }).ShouldBeFalse();
    }

    [Fact]
    public void Control_not_shown_to_be_in_the_EU_counts_as_outside()
    {
        Passes(new() { MaxNonEuControlShareMillionths = 240_000 }).ShouldBeTrue();
        Passes(new() { MaxNonEuControlShareMillionths = 239_999 }).ShouldBeFalse();
        Passes(new() { MaxNonEuControlShareMillionths = 240_000 }, French with { Controllers = [new Controller("FR", 700_000)] }).ShouldBeFalse();
        Passes(new() { MaxNonEuControlShareMillionths = 500_000 }, French with { Controllers = [new Controller("NO", 1_000_000)] }).ShouldBeFalse();
    }

    [Fact]
    public void Services_may_be_covered_by_different_certificates_of_the_scheme()
    {
        Passes(Certified("C5"), services: ["service:vm", "service:db"]).ShouldBeTrue();
        Passes(Certified("C5", "type 2"), services: ["service:vm"]).ShouldBeTrue();
        Passes(Certified("C5", "type 1"), services: ["service:vm"]).ShouldBeFalse();
        Passes(Certified("SecNumCloud"), services: ["service:vm"]).ShouldBeFalse();
    }

    [Fact]
    public void An_item_without_services_needs_a_certificate_of_the_whole_provider()
    {
        Passes(Certified("C5")).ShouldBeFalse();
        Passes(Certified("C5"), French with { Certificates = [new Certificate("C5", null, null, null, null)] }).ShouldBeTrue();
        Passes(Certified("C5", "type 2"), French with { Certificates = [new Certificate("C5", null, null, null, null)] }).ShouldBeFalse();
    }

    [Fact]
    public void Alternatives_do_not_complete_each_other()
    {
        SovereigntyFacts facts = French with { Certificates = [new("C5", null, ["service:vm"], null, null), new("SecNumCloud", null, ["service:db"], null, null)] };
        SovereigntyPolicy either = new() { Certificates = [new([new("C5", null), new("SecNumCloud", null)])] };
        Passes(either, facts, services: ["service:vm"]).ShouldBeTrue();
        Passes(either, facts, services: ["service:vm", "service:db"]).ShouldBeFalse();
    }

    [Theory]
    [InlineData(2026, 2, 28, 23, false)]
    [InlineData(2026, 3, 1, 0, true)]
    [InlineData(2026, 3, 1, 23, true)]
    [InlineData(2026, 3, 2, 0, false)]
    public void A_certificate_is_valid_on_its_first_and_last_UTC_day(int year, int month, int day, int hour, bool isValid)
    {
        DateTimeOffset utc = new(year, month, day, hour, 59, 59, TimeSpan.Zero);
        Sketch sketch = One(French).Item("web", 1, item => item with { RequiredTraits = ["service:vm"] }).Gate(Certified("C5")).At(utc.ToOffset(TimeSpan.FromHours(5)));
        (sketch.Plan() != "infeasible").ShouldBe(isValid);
    }

    [Fact]
    public void A_pool_replaces_or_withdraws_single_facts()
    {
        SovereigntyPolicy gate = new() { KeyCustody = ["customer"] };
        Passes(gate, French).ShouldBeTrue();
        Passes(gate, French, new(new SovereigntyFacts { KeyCustody = "provider" }, FactKinds.None)).ShouldBeFalse();
        Passes(gate, French, new(SovereigntyFacts.None, FactKinds.KeyCustody)).ShouldBeFalse();
        Passes(gate, French, new(SovereigntyFacts.None, FactKinds.Seat)).ShouldBeTrue();
        Passes(new() { MinSeal = new Dictionary<string, int> { ["SOV-2"] = 3 } }, French, new(new() { Seal = new Dictionary<string, int> { ["SOV-1"] = 4 } }, FactKinds.None)).ShouldBeFalse();
    }

    [Fact]
    public void Levels_reached_pass_and_levels_not_stated_fail()
    {
        Passes(new() { MinSeal = new Dictionary<string, int> { ["SOV-2"] = 3 } }).ShouldBeTrue();
        Passes(new() { MinSeal = new Dictionary<string, int> { ["SOV-2"] = 4 } }).ShouldBeFalse();
        Passes(new() { MinSeal = new Dictionary<string, int> { ["SOV-3"] = 1 } }).ShouldBeFalse();
    }

    [Fact]
    public void A_preference_costs_its_value_over_all_replicas_of_the_order_rounded_per_replica()
    {
        Sketch sketch = One(SovereigntyFacts.None).Item("web", 2).Item("db", 1)
            .Policy(policy => policy with { Preferences = [new(new() { SeatIn = ["FR"], KeyCustody = ["customer"] }, 5)] });
        sketch.Solve().Score!.SovereigntyMicros.ShouldBe(6);
    }
}
