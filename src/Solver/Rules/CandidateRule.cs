using Fulcrum.Solver.Screening;
using Fulcrum.Solver.Supplies;

namespace Fulcrum.Solver.Rules;

/// <summary>The pool sells a shape that covers the demand, in amounts that its inventory admits.</summary>
internal sealed class CandidateRule : HardRule
{
    private enum Outcome
    {
        NotCovered,
        Misfit,
        Kept,
    }

    public override string Name => "candidate";

    public override bool IsScreen => true;

    public override void Screen(ItemScreening screening)
    {
        Demand demand = new(screening.Supply, screening.Definition);
        OfferMatches matches = new(screening.Supply.Offers, demand, screening.Order.IsPruned);
        Refusals refusals = new(screening.Supply, demand);
        screening.Keep(pool =>
        {
            Outcome outcome = FindWays(screening, matches.Of(screening.Supply.Offers.ListOf[pool]), demand, pool);
            if (outcome != Outcome.Kept) refusals.Count(pool, outcome);
            return outcome == Outcome.Kept;
        });
        refusals.Report(screening.Reasons);
    }

    private static Outcome FindWays(ItemScreening screening, OfferMatches.Match match, Demand demand, int pool)
    {
        ReadOnlySpan<OfferColumns.Offered> offered = screening.Supply.Offers.List(screening.Supply.Offers.ListOf[pool]);
        foreach (int offer in match.Serving) screening.Ways.Add(pool, offer, offered[offer].Shape, offered[offer].PriceMicros);
        screening.IsClipped |= match.IsClipped;
        Outcome outcome = match.Serving.Length > 0 || match.IsClipped ? Outcome.Kept : match.IsCovered ? Outcome.Misfit : Outcome.NotCovered;
        return demand.IsPricedBy(pool) ? Max(outcome, FindFreeForm(screening, demand, pool)) : outcome;
    }

    private static Outcome FindFreeForm(ItemScreening screening, Demand demand, int pool)
    {
        if (demand.FirstLacking(pool) >= 0 || demand.FirstRefused(pool) >= 0) return Outcome.Misfit;
        if (demand.BookPriceMicros(pool) is { } price) screening.Ways.Add(pool, WayTable.FreeForm, WayTable.FreeForm, price);
        else screening.IsClipped = true;
        return Outcome.Kept;
    }

    private static Outcome Max(Outcome one, Outcome other) => one > other ? one : other;

    /// <summary>Counts why pools are out without a word per pool.</summary>
    private sealed class Refusals(Supply supply, Demand demand)
    {
        private readonly int[] _lacking = new int[demand.Names.Length];
        private readonly int[] _outside = new int[demand.Names.Length];
        private int _noOffer;
        private int _noPrice;
        private int _offerOutside;

        public void Count(int pool, Outcome outcome)
        {
            if (demand.FirstLacking(pool) is >= 0 and int lacking) _lacking[lacking]++;
            else if (outcome == Outcome.NotCovered && supply.Pools[pool].Offers.Count > 0) _noOffer++;
            else if (outcome == Outcome.NotCovered) _noPrice++;
            else if (demand.FirstRefused(pool) is >= 0 and int refused) _outside[refused]++;
            else _offerOutside++;
        }

        public void Report(ReasonCounter reasons)
        {
            for (int i = 0; i < demand.Names.Length; i++)
            {
                Add(reasons, $"inventory lacks class {demand.Names[i]}", _lacking[i]);
                Add(reasons, $"amount of {demand.Names[i]} is outside the pool's unit limits", _outside[i]);
            }

            Add(reasons, "no offer covers the demand", _noOffer);
            Add(reasons, "the price book lacks a class of the demand", _noPrice);
            Add(reasons, "no offer that covers the demand is within the pool's unit limits", _offerOutside);
        }

        private static void Add(ReasonCounter reasons, string reason, int pools)
        {
            if (pools > 0) reasons.Add(reason, pools);
        }
    }
}
