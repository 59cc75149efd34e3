using System.Collections.Concurrent;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Orders;
using Fulcrum.Grains.Journaling;
using Fulcrum.Simulation.Tests.Model;

namespace Fulcrum.Silo.Tests.Stress;

/// <summary>What clients were answered; judged with the events of the feed by the model that judges the simulator.</summary>
internal sealed class History
{
    private const int PageLength = 1_000;

    private readonly ConcurrentQueue<(OrderId Order, string What, RequestContext Context, long Known, OrderOutcome Outcome)> _answers = [];
    private readonly ConcurrentDictionary<string, long> _versions = new(StringComparer.Ordinal);

    /// <summary>Answers recorded.</summary>
    public int Answers => _answers.Count;

    /// <summary>How often each answer came.</summary>
    public IReadOnlyDictionary<string, int> Codes => _answers.GroupBy(static answer => $"{answer.What}: {answer.Outcome.Code ?? "ok"}", StringComparer.Ordinal)
        .ToDictionary(static group => group.Key, static group => group.Count(), StringComparer.Ordinal);

    /// <summary>The latest version of an order that anybody was answered.</summary>
    public long AnsweredVersion(string order) => _versions.GetValueOrDefault(order);

    /// <summary>Records an answer, and what had been answered when it was asked for.</summary>
    public void Answered(string order, string what, RequestContext context, long known, Answer<OrderView> answer)
    {
        OrderOutcome outcome = new() { Code = answer.Failure?.Code, Order = answer.Value ?? answer.Failure?.Order };
        _answers.Enqueue((new OrderId(context.Caller.Tenant, order), what, context, known, outcome));
        if (outcome.Order is { } view) _versions.AddOrUpdate(order, view.Version, (_, before) => Math.Max(before, view.Version));
    }

    /// <summary>Reads the whole feed and judges it; everything must have come to rest.</summary>
    /// <returns>The first violation, and the number of events.</returns>
    public async Task<(string? Violation, long Events)> JudgeAsync(IEventFeed feed, CancellationToken cancellationToken)
    {
        InvariantModel model = new(tellsPromptly: false);
        foreach (var answer in _answers) model.Answered(answer.Order, answer.What, answer.Context.CommandId, null, known: 0, answer.Outcome with { Order = null });
        long events = 0;
        for (string? cursor = null; ;)
        {
            FeedPage page = await feed.ReadFeedAsync(new FeedQuery(cursor, PageLength, null, []), cancellationToken);
            foreach (FeedEvent item in page.Events.Where(static item => item.Stream.StartsWith("pool:", StringComparison.Ordinal) || item.Stream.StartsWith("order:", StringComparison.Ordinal)))
            {
                model.Take(item.Stream, item.Event);
                events++;
            }

            if (page.Events.Count == 0) break;
            cursor = page.Next;
        }

        foreach (var answer in _answers) model.Answered(answer.Order, answer.What, answer.Context.CommandId, answer.What == "place" ? answer.Context.Fingerprint : null, answer.Known, answer.Outcome);
        model.CheckQuiet();
        return (model.Violation, events);
    }
}
