using Fulcrum.Solver.Checking;
using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Checking;

/// <summary>Certificates of the sovereignty gate.</summary>
public sealed class CertificateGateTests
{
    private static readonly DateOnly Day = new(2026, 3, 1);
    private static readonly CertificateRequirement AnyC5 = new([new("C5", null)]);
    private static readonly string[] Services = ["service:vm", "service:kubernetes"];

    [Fact]
    public void Scheme_and_level_are_compared_as_plain_text()
    {
        Demanding(new([new("C5", ["type 1", "type 2"])])).ShouldPass();
        Demanding(new([new("C5", ["Type 2"])])).ShouldViolate(ViolationRules.SovereigntyCertificates);
        Demanding(new([new("C5", ["type 1"])]), new Certificate("C5", null, null, null, null)).ShouldViolate(ViolationRules.SovereigntyCertificates);
        Demanding(new([new("c5", null)])).ShouldViolate(ViolationRules.SovereigntyCertificates);
    }

    [Fact]
    public void One_alternative_of_each_entry()
    {
        Demanding(new CertificateRequirement([new("SecNumCloud", null), new("C5", null)])).ShouldPass();
        Scenario.Problem.WithGate(new() { Certificates = [AnyC5, new([new("SecNumCloud", null)])] }).ShouldViolate(ViolationRules.SovereigntyCertificates);
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(1, 9, false)]
    [InlineData(-9, -1, false)]
    public void Valid_from_the_first_to_the_last_day(int first, int last, bool valid)
    {
        PlacementProblem problem = Demanding(AnyC5, new Certificate("C5", null, null, Day.AddDays(first), Day.AddDays(last)));
        if (valid) problem.ShouldPass();
        else problem.ShouldViolate(ViolationRules.SovereigntyCertificates);
    }

    [Fact]
    public void The_day_is_the_UTC_day_of_the_decision()
    {
        PlacementProblem problem = Demanding(AnyC5, new Certificate("C5", null, null, Day, null));
        (problem with { DecidedAt = new(2026, 3, 1, 1, 30, 0, TimeSpan.FromHours(2)) }).ShouldViolate(ViolationRules.SovereigntyCertificates);
        (problem with { DecidedAt = new(2026, 2, 28, 23, 30, 0, TimeSpan.FromHours(-2)) }).ShouldPass();
    }

    [Fact]
    public void An_item_without_services_needs_a_certificate_of_the_whole_provider() =>
        Demanding(AnyC5, new Certificate("C5", null, Services, null, null)).ShouldViolate(ViolationRules.SovereigntyCertificates);

    [Fact]
    public void Every_service_is_covered_by_some_certificate()
    {
        Certificate vm = new("C5", "type 1", ["service:vm"], null, null);
        Certificate kubernetes = new("C5", "type 2", ["service:kubernetes"], null, null);
        WithServices(Demanding(AnyC5, vm, kubernetes)).ShouldPass();
        WithServices(Demanding(AnyC5, vm)).ShouldViolate(ViolationRules.SovereigntyCertificates);
        WithServices(Demanding(AnyC5, vm, new("C5", null, null, null, null))).ShouldPass();
    }

    [Fact]
    public void Services_are_not_covered_by_different_alternatives_in_part() => WithServices(Demanding(
            new CertificateRequirement([new("C5", null), new("SecNumCloud", null)]),
            new("C5", null, ["service:vm"], null, null),
            new("SecNumCloud", null, ["service:kubernetes"], null, null)))
        .ShouldViolate(ViolationRules.SovereigntyCertificates);

    [Fact]
    public void Other_traits_need_no_cover() => Demanding(AnyC5, new Certificate("C5", null, ["service:vm"], null, null))
        .WithItem("web", item => item with { RequiredTraits = ["service:vm", "arch:amd64"] })
        .WithItem("db", item => item with { RequiredTraits = ["service:vm"] })
        .ShouldPass();

    private static PlacementProblem Demanding(CertificateRequirement requirement, params Certificate[] held)
    {
        PlacementProblem problem = Scenario.Problem.WithGate(new() { Certificates = [requirement] });
        return held.Length == 0 ? problem : problem.WithFacts("rhein", facts => facts with { Certificates = held });
    }

    private static PlacementProblem WithServices(PlacementProblem problem)
    {
        problem = problem.WithItem("web", item => item with { RequiredTraits = Services }).WithItem("db", item => item with { RequiredTraits = Services });
        return problem with { Pools = [.. problem.Pools.Select(pool => pool with { Traits = new HashSet<string>(Services) })] };
    }
}
