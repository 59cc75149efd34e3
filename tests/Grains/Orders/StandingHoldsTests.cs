using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Orders;
using Fulcrum.Grains.Journaling;
using Fulcrum.Grains.Orders;

namespace Fulcrum.Grains.Tests.Orders;

/// <summary>What a pool believes a head row, and when it asks the order.</summary>
public sealed class StandingHoldsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = Now.AddSeconds(900);

    [Fact]
    public void An_order_that_holds_to_the_same_end_is_asked_after_it() =>
        Ask(Head("held", End, End)).ShouldBe(End.AddSeconds(OrderLimits.ExpiryProbeSeconds));

    [Fact]
    public void What_is_due_before_the_end_is_asked_about_after_that() =>
        Ask(Head("held", End, Now.AddSeconds(10))).ShouldBe(Now.AddSeconds(10 + OrderLimits.ExpiryProbeSeconds));

    [Theory]
    [InlineData("confirmed")]
    [InlineData("expired")]
    [InlineData("quoted")]
    [InlineData("")]
    public void An_order_in_any_other_state_is_asked(string state) => Ask(Head(state, End, End)).ShouldBeNull();

    [Fact]
    public void An_order_that_holds_another_attempt_is_asked() => Ask(Head("held", End.AddTicks(1), End)).ShouldBeNull();

    [Fact]
    public void An_order_whose_hold_is_over_is_asked() => Ask(Head("held", End, Now)).ShouldBeNull();

    private static DateTimeOffset? Ask(HeadFields head) => StandingHolds.AskAgainAt(head, End, Now);

    private static HeadFields Head(string state, DateTimeOffset expiresAt, DateTimeOffset due) => new()
    {
        Kind = StreamKinds.Order,
        State = state,
        NextDue = due,
        Summary = Summaries.Write(new OrderListItem { Id = "o1", State = OrderState.Held, Version = 2, ExpiresAt = expiresAt }),
    };
}
