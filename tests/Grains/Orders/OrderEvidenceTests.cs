using System.Text;
using Fulcrum.Contracts.Documents;
using Fulcrum.Grains.Journaling;
using Fulcrum.Grains.Orders;

namespace Fulcrum.Grains.Tests.Orders;

/// <summary>The evidence of a decision is read from the events: an order in memory does not keep it.</summary>
public sealed class OrderEvidenceTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly DecisionDocument Decision = new() { Status = PlacementStatus.Optimal, DecidedAt = Noon };

    [Fact]
    public void Evidence_is_that_of_the_plan_that_was_held() =>
        OrderEvidence.Of(Stored(new OrderReceived(new OrderDocument(), "f"), Held(Plan("1")), new OrderConfirmed()))!.ToString().ShouldBe("{\"n\":1}");

    [Fact]
    public void An_order_of_a_quote_has_the_evidence_of_the_quote() =>
        OrderEvidence.Of(Stored(new OrderQuoted(Decision, [], null, Evidence("2"), Noon), Held(plan: null)))!.ToString().ShouldBe("{\"n\":2}");

    [Fact]
    public void An_order_without_a_plan_has_none() => OrderEvidence.Of(Stored(new OrderReceived(new OrderDocument(), "f"))).ShouldBeNull();

    [Fact]
    public void The_state_keeps_the_plan_without_it()
    {
        OrderRecord state = new();
        new OrderRules(new("t", "o1")).Apply(state, Held(Plan("1")), Noon);
        state.Plan!.Decision.ShouldBe(Decision);
        state.Plan.Evidence.ShouldBeNull();
    }

    private static OrderHeld Held(RecordedPlan? plan) => new(Guid.NewGuid(), Noon, Noon, plan, null);

    private static RecordedPlan Plan(string number) => new(Decision, [], null, Evidence(number));

    private static JsonText Evidence(string number) => new(Encoding.UTF8.GetBytes($"{{\"n\":{number}}}"));

    private static IEnumerable<StoredEvent> Stored(params IEnumerable<OrderEvent> events) => events.Index().Select(static entry =>
    {
        NewEvent added = OrderRules.Codec.Encode(entry.Item, Guid.NewGuid(), Noon);
        return new StoredEvent(entry.Index + 1, added.Type, added.CommandId, added.At, added.Payload);
    });
}
