using Fulcrum.Grains.Verification;

namespace Fulcrum.Grains.Tests.Verification;

public sealed class ClaimJudgeTests
{
    private const string Order = "order:acme/o1";
    private const string Vcpu = "2 vcpu";

    [Theory]
    [InlineData("Held", null, "Releasing", false)]
    [InlineData("Held", null, "None", false)]
    [InlineData("Unknown", null, "Held", false)]
    [InlineData("Unknown", "hold", "Unknown", false)]
    [InlineData("Unknown", "hold", "Held", false)]
    [InlineData("Unknown", "allocation", "Confirming", false)]
    [InlineData("Confirming", "hold", "Confirming", false)]
    [InlineData("Confirming", "hold", "Allocated", false)]
    [InlineData("Confirming", "allocation", "Releasing", false)]
    [InlineData("Releasing", "hold", "None", false)]
    [InlineData("Held", null, "Held", true)]
    [InlineData("Held", null, "Confirming", true)]
    [InlineData("Confirming", null, "Allocated", true)]
    [InlineData("Allocated", "hold", "Allocated", true)]
    [InlineData("None", "hold", "None", true)]
    [InlineData("None", "allocation", "None", true)]
    [InlineData("Held", "allocation", "Held", true)]
    [InlineData("Unknown", "allocation", "Unknown", true)]
    public void A_difference_is_a_violation_only_when_no_message_on_its_way_explains_it(string before, string? claim, string after, bool violation) =>
        (ClaimJudge.Violation(Expect(before), Claim(claim), Expect(after), Order) is not null).ShouldBe(violation);

    [Fact]
    public void A_claim_of_another_order_or_with_other_amounts_is_a_violation()
    {
        PoolClaim claim = Claim("hold")!;
        ClaimJudge.Violation(Expect("Held"), claim with { Order = "order:acme/o2" }, Expect("Held"), Order).ShouldNotBeNull();
        ClaimJudge.Violation(Expect("Held"), claim with { Amounts = "3 vcpu" }, Expect("Held"), Order).ShouldNotBeNull();
        ClaimJudge.Agree(Expect("Held"), claim with { Amounts = "3 vcpu" }, Order).ShouldBeFalse();
        ClaimJudge.Agree(Expect("Held"), claim, Order).ShouldBeTrue();
    }

    [Fact]
    public void An_allocation_of_an_order_that_ended_without_being_confirmed_is_a_violation()
    {
        ClaimExpectation never = Expect("Releasing") with { WasConfirmed = false };
        ClaimJudge.Violation(never, Claim("allocation"), never, Order).ShouldNotBeNull();
    }

    private static ClaimExpectation Expect(string state) =>
        new(Enum.Parse<ExpectedClaim>(state), WasConfirmed: state is not ("Held" or "Unknown"), state == "Unknown" ? null : Vcpu);

    private static PoolClaim? Claim(string? kind) => kind is null ? null : new PoolClaim("p1", Guid.Empty, Order, kind == "allocation", Vcpu);
}
