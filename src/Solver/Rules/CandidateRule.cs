using Fulcrum.Solver.Screening;
using Fulcrum.Solver.Supplies;

namespace Fulcrum.Solver.Rules;

/// <summary>The pool sells a shape that covers the demand, in amounts that its inventory admits.</summary>
internal sealed class CandidateRule : HardRule
{
    public override string Name => "candidate";

    public override bool IsScreen => true;

    public override void Screen(ItemScreening screening)
    {
        Demand demand = new(screening.Supply, screening.Definition);
        AmountMatches matches = demand.Matches(screening.Order.IsPruned);
        if (screening.Supply.Offers.IsEmpty && matches.IsSoldEverywhere)
        {
            screening.Ways.SetFreeForm(screening.Pools, matches.BookPrices);
            return;
        }

        Refusals refusals = new(screening.Supply, demand);
        Span<int> pools = screening.Left;
        ReadOnlySpan<int> listOf = screening.Supply.Offers.ListOf;
        ReadOnlySpan<long> bookPrices = matches.BookPrices;
        WayTable ways = screening.Ways;
        bool isClipped = false;
        int kept = 0;
        foreach (int pool in pools)
        {
            OfferMatches.Match match = matches.Offers.Of(listOf[pool]);
            foreach (OfferMatches.Serving offer in match.Offers) ways.Add(pool, offer.Offer, offer.Shape, offer.PriceMicros);
            long price = bookPrices.IsEmpty ? AmountMatches.Unpriced : bookPrices[pool];
            if (price >= 0) ways.Add(pool, WayTable.FreeForm, WayTable.FreeForm, price);
            isClipped |= match.IsClipped | price == AmountMatches.TooDear;
            if (match.IsServing || price >= 0 || price == AmountMatches.TooDear) pools[kept++] = pool;
            else refusals.Count(pool, match.IsCovered || price == AmountMatches.Refused);
        }

        screening.IsClipped |= isClipped;
        screening.Truncate(kept);
        refusals.Report(screening.Reasons);
    }

    /// <summary>Counts why pools are out without a word per pool.</summary>
    private sealed class Refusals(Supply supply, Demand demand)
    {
        private readonly int[] _lacking = new int[demand.Names.Length];
        private readonly int[] _outside = new int[demand.Names.Length];
        private int _noOffer;
        private int _noPrice;
        private int _offerOutside;

        public void Count(int pool, bool isCovered)
        {
            if (demand.FirstLacking(pool) is >= 0 and int lacking) _lacking[lacking]++;
            else if (!isCovered && supply.Offers.HasOffers(pool)) _noOffer++;
            else if (!isCovered) _noPrice++;
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
