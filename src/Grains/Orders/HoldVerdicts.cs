using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Orders;
using Fulcrum.Grains.Actors;
using ProbeDecided = Fulcrum.Grains.Journaling.Decision<
    Fulcrum.Grains.Orders.OrderRecord, Fulcrum.Grains.Orders.OrderEvent, Fulcrum.Contracts.Orders.ProbeReply>;

namespace Fulcrum.Grains.Orders;

/// <summary>What an order decides about a hold that a pool asks about.</summary>
internal sealed class HoldVerdicts(IPlanner planner, ProtocolRules rules)
{
    /// <summary>Answers; what makes the answer final is recorded with it.</summary>
    /// <param name="state">The order.</param>
    /// <param name="question">The question.</param>
    /// <param name="running">The attempt that this activation is placing now.</param>
    /// <param name="now">The instant.</param>
    public ProbeDecided Decide(OrderRecord state, ProbeHold question, Guid? running, DateTimeOffset now)
    {
        Guid attempt = question.HoldId.Attempt.Value;
        if (attempt == state.Attempt) return OfTheOrder(state, question, now);
        if (attempt == running) return AskAgain(now.AddSeconds(OrderLimits.RunningProbeSeconds));
        bool mustVoid = state.MayHold && !state.Voided.Contains(attempt) && rules.VoidBeforeAnswering;
        return Released(mustVoid ? new OrderVoided(attempt, null) : null);
    }

    private ProbeDecided OfTheOrder(OrderRecord state, ProbeHold question, DateTimeOffset now)
    {
        if (state.IsConfirmed) return Answer(new ProbeReply { Verdict = ProbeVerdict.Confirmed, Complies = Complies(state, question, now) });
        if (state.State != OrderState.Held) return Released();
        if (OrderCommands.ExpiryCode(state, now) is { } code) return Released(new OrderExpired(code));
        return Complies(state, question, now) == false
            ? Released(new OrderVoided(question.HoldId.Attempt.Value, ErrorCodes.PolicyUnsatisfied))
            : AskAgain(state.EndsAt!.Value.AddSeconds(OrderLimits.ExpiryProbeSeconds));
    }

    private bool? Complies(OrderRecord state, ProbeHold question, DateTimeOffset now) =>
        question.Changed is { } changed ? planner.StillComplies(state.Request!, state.Plan!.Decision, changed, now) : null;

    private static ProbeDecided AskAgain(DateTimeOffset at) => Answer(new ProbeReply { Verdict = ProbeVerdict.AskAgain, AskAgainAt = at });

    /// <summary>A hold is given up by what is stored, not by what an activation remembers.</summary>
    private static ProbeDecided Released(OrderEvent? change = null) =>
        new(change is null ? [] : [change], static _ => new ProbeReply { Verdict = ProbeVerdict.Released }) { MustBeCurrent = true };

    private static ProbeDecided Answer(ProbeReply reply) => new([], _ => reply);
}
