using System.Diagnostics.Metrics;
using System.Text.Json;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Orders;
using Fulcrum.Contracts.Pools;
using Fulcrum.Grains.Orders;

namespace Fulcrum.Grains.Telemetry;

/// <summary>What the engine measures of itself.</summary>
public sealed class EngineInstruments
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Fulcrum.Engine";

    private const string Outcome = "fulcrum.outcome";
    private const string State = "fulcrum.order.state";

    private readonly Histogram<double> _placements;
    private readonly Histogram<double> _solves;
    private readonly Counter<long> _orders;
    private readonly Counter<long> _holds;
    private readonly Histogram<double> _batches;
    private readonly Histogram<int> _batchOrders;
    private readonly Histogram<double> _batchGains;
    private readonly Counter<long> _morePlaced;

    /// <summary>Makes the instruments.</summary>
    public EngineInstruments(IMeterFactory meters)
        : this(meters.Create(MeterName))
    {
    }

    private EngineInstruments(Meter meter)
    {
        _placements = meter.CreateHistogram<double>("fulcrum.placement.duration", "s", "Time from a request to place or quote to its answer, by state of the order or code of the refusal.");
        _solves = meter.CreateHistogram<double>("fulcrum.solve.duration", "s", "Time to plan an order and check the plan, by status.");
        _orders = meter.CreateCounter<long>("fulcrum.orders", "{order}", "Changes of orders, by the state that they left the order in.");
        _holds = meter.CreateCounter<long>("fulcrum.holds", "{hold}", "Holds that pools have answered, by answer.");
        _batches = meter.CreateHistogram<double>("fulcrum.batch.duration", "s", "Time to plan the orders of a batch together and check the plans.");
        _batchOrders = meter.CreateHistogram<int>("fulcrum.batch.orders", "{order}", "Orders planned together, per batch.");
        _batchGains = meter.CreateHistogram<double>("fulcrum.batch.gain", "EUR", "By how much the objectives of a batch sum up lower than first come, first served, per month, where as many orders are placed.");
        _morePlaced = meter.CreateCounter<long>("fulcrum.batch.more_placed", "{order}", "Orders placed by planning together that first come, first served would not have placed.");
    }

    /// <summary>Instruments that nobody reads.</summary>
    internal static EngineInstruments Unread { get; } = new(new Meter("Fulcrum.Unread"));

    internal void Placed(OrderOutcome outcome, TimeSpan duration) => _placements.Record(
        duration.TotalSeconds, new KeyValuePair<string, object?>(Outcome, outcome.Code ?? (outcome.Order is { } order ? Name(order.State) : ErrorCodes.Internal)));

    internal void Solved(PlacementStatus status, TimeSpan duration) => _solves.Record(duration.TotalSeconds, new KeyValuePair<string, object?>(Outcome, Name(status)));

    internal void Planned(BatchFigures batch, TimeSpan duration)
    {
        _batches.Record(duration.TotalSeconds);
        _batchOrders.Record(batch.Orders);
        if (batch.GainMonthly is { } gain) _batchGains.Record((double)gain);
        _morePlaced.Add(batch.MorePlaced);
    }

    internal void Reached(OrderState state) => _orders.Add(1, new KeyValuePair<string, object?>(State, Name(state)));

    internal void Held(HoldReply reply) => _holds.Add(1, new KeyValuePair<string, object?>(Outcome, reply.Accepted ? "accepted" : Name(reply.Reason)));

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
