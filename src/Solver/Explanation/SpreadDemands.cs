using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Explanation;

/// <summary>How the replicas of one item must be spread, and which losses they must survive.</summary>
internal sealed class SpreadDemands(PlacementProblem problem, int index)
{
    private const long Million = 1_000_000;

    private readonly OrderItem _item = problem.Order.Items[index];

    /// <summary>Every spread and survive rule; a spread rule of several members is one demand per member.</summary>
    public IEnumerable<Demand> All()
    {
        foreach ((int position, SpreadRule rule) in _item.Spread.Index())
        {
            foreach ((string member, Demand demand) in Members(position, rule))
            {
                bool isAlone = Members(position, rule).Count() == 1;
                yield return demand with { Name = $"items[{_item.Id}].spread[{position}]{(isAlone ? "" : member)}" };
            }
        }

        foreach ((int position, SurviveRule rule) in _item.Survive.Index()) yield return Survive(position, rule);
    }

    private IEnumerable<(string Member, Demand Demand)> Members(int position, SpreadRule rule)
    {
        string by = Wording.Name(rule.By);
        if (rule.Max is { } most)
        {
            Order With(Order order, int? max) => Edit(order, position, old => old with { Max = max });
            yield return (".max", Spread($"has at most {Wording.Counted(most, "replica")} per {by}", order => With(order, null)) with
            {
                Changes = _ => Steps(most + 1, _item.Quantity, value => new Change($"{Wording.Counted(value, "replica")} per {by} instead of {most}", order => With(order, (int)value))),
            });
        }

        if (rule.MaxShareMillionths is { } share)
        {
            Order With(Order order, int? max) => Edit(order, position, old => old with { MaxShareMillionths = max });
            long replicas = Math.Max(1, share * (long)_item.Quantity / Million);
            yield return (".maxShare", Spread($"has at most a share of {Wording.Share(share)} per {by}", order => With(order, null)) with
            {
                Changes = _ => Steps(replicas + 1, _item.Quantity, value => new Change(
                    $"a share of {Wording.Share(ShareFor(value))} per {by} instead of {Wording.Share(share)}", order => With(order, ShareFor(value)))),
            });
        }

        if (rule.MinDomains is { } least)
        {
            Order With(Order order, int? min) => Edit(order, position, old => old with { MinDomains = min });
            yield return (".minDomains", Spread($"uses at least {Wording.Counted(least, by)}", order => With(order, null)) with
            {
                Changes = _ => new MonotoneChanges(least - 1, step => new Change($"{Wording.Counted(least - 1 - step, by)} instead of {least}", order => With(order, (int)(least - 1 - step)))),
            });
        }
    }

    /// <summary>The smallest share that allows so many replicas.</summary>
    private int ShareFor(long replicas) => (int)(((replicas * Million) + _item.Quantity - 1) / _item.Quantity);

    private Demand Survive(int position, SurviveRule rule)
    {
        string loss = Wording.Name(rule.LossOf);
        Order With(Order order, int least) => order.WithItem(index, item => item with
        {
            Survive = [.. item.Survive.Select((old, at) => at == position ? old with { MinReplicas = least } : old)],
        });
        return new Demand(
            $"items[{_item.Id}].survive[{position}]",
            $"item {_item.Id} keeps at least {Wording.Counted(rule.MinReplicas, "replica")} when any one {loss} is lost",
            DemandKind.Rule, [index], order => With(order, 0))
        {
            Changes = _ => new MonotoneChanges(rule.MinReplicas - 1, step => new Change(
                $"{Wording.Counted(rule.MinReplicas - 1 - step, "replica")} left instead of {rule.MinReplicas}", order => With(order, (int)(rule.MinReplicas - 1 - step)))),
        };
    }

    private Demand Spread(string text, Func<Order, Order> without) => new("", $"item {_item.Id} {text}", DemandKind.Rule, [index], without);

    private Order Edit(Order order, int position, Func<SpreadRule, SpreadRule> edit) =>
        order.WithItem(index, item => item with { Spread = [.. item.Spread.Select((rule, at) => at == position ? edit(rule) : rule)] });

    private static MonotoneChanges Steps(long first, long last, Func<long, Change> change) => new(Math.Max(0, last - first + 1), step => change(first + step));
}
