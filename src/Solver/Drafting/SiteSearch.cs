using Fulcrum.Solver.Bounding;
using Fulcrum.Solver.Search;

namespace Fulcrum.Solver.Drafting;

/// <summary>Moves several items to a site at once, which no move of one item alone may gain by: what is at one site to another, and item after item, or a replica of it, to a site as far as that pays in the end.</summary>
/// <param name="lists">The ways of each item by site.</param>
/// <param name="judge">Judges drafts.</param>
/// <param name="places">Where ways are.</param>
/// <param name="stopper">Ends the search.</param>
/// <remarks>It ends too when so many drafts have been looked at, fewer of orders of more items, for which each takes longer.</remarks>
internal sealed class SiteSearch(SiteList[] lists, IDraftJudge judge, WayPlaces places, Stopper stopper)
{
    private const int PlacesJudgedMax = 400_000;
    private const int UsedMax = 16;
    private const int ChainMax = 8;
    private const int WorseParts = 4;
    private const int All = int.MaxValue;

    private int _left = PlacesJudgedMax / Math.Max(1, lists.Length);

    private bool IsOver => _left <= 0 || stopper.IsDue;

    /// <summary>A better draft, with its cost; null when none is found.</summary>
    /// <param name="start">A draft that keeps the rules.</param>
    /// <param name="sites">Sites to move to, most promising first.</param>
    public (Draft Draft, long Cost)? Find(Draft start, IReadOnlyList<int> sites)
    {
        long least = judge.Judge(start);
        if (least >= Cost.Infinite) return null;
        int[] used = UsedBy(start);
        foreach (int site in used.Union(sites))
        {
            if (IsOver) return null;
            if ((Shift(start, used, site, least) ?? Chain(start, site, least)) is { } better) return better;
        }

        return null;
    }

    private int[] UsedBy(Draft draft)
    {
        List<int> used = [];
        for (int item = 0; item < draft.Items && used.Count < UsedMax; item++)
        {
            foreach (Draft.Part part in draft.Of(item))
            {
                if (places.SiteOf(item, part) is var site && !used.Contains(site)) used.Add(site);
            }
        }

        return [.. used];
    }

    /// <summary>Everything that is at some site moves.</summary>
    private (Draft Draft, long Cost)? Shift(Draft start, int[] used, int to, long least)
    {
        foreach (int from in used)
        {
            if (from == to) continue;
            if (IsOver) return null;
            Draft moved = start;
            for (int item = 0; item < start.Items; item++) moved = Moved(moved, item, from, to, All) ?? moved;
            if (!ReferenceEquals(moved, start) && Judge(moved, least) is var cost && cost < least) return (moved, cost);
        }

        return null;
    }

    /// <summary>The item moves next with which the draft costs least, even if that is more than before, though not much more.</summary>
    private (Draft Draft, long Cost)? Chain(Draft start, int to, long least)
    {
        Draft present = start;
        long most = least + (least / WorseParts);
        for (int length = 0; length < ChainMax; length++)
        {
            (Draft? next, long cost) = (null, most);
            for (int item = 0; item < present.Items; item++)
            {
                if (IsOver) return null;
                Try(Moved(present, item, from: null, to, All));
                if (lists[item].Quantity > 1 && !IsAt(present, item, to)) TryOneOfEach(item);
            }

            if (next is null) return null;
            if (cost < least) return (next, cost);
            present = next;

            void TryOneOfEach(int item)
            {
                foreach (Draft.Part part in present.Of(item)) Try(Moved(present, item, places.SiteOf(item, part), to, most: 1));
            }

            void Try(Draft? moved)
            {
                if (moved is not null && Judge(moved, cost) is var found && found < cost) (next, cost) = (moved, found);
            }
        }

        return null;
    }

    private long Judge(Draft draft, long below)
    {
        _left--;
        return judge.Judge(draft, below);
    }

    private bool IsAt(Draft draft, int item, int site)
    {
        foreach (Draft.Part part in draft.Of(item))
        {
            if (places.SiteOf(item, part) == site) return true;
        }

        return false;
    }

    /// <summary>A draft in which the replicas of an item that are at one site, or anywhere, at most so many, are at another as far as they fit; null when none moves.</summary>
    private Draft? Moved(Draft draft, int item, int? from, int to, int most)
    {
        SiteList list = lists[item];
        int position = Array.BinarySearch(list.Sites, to);
        if (position < 0) return null;
        Draft? moved = null;
        foreach (Draft.Part part in draft.Of(item))
        {
            int site = places.SiteOf(item, part);
            if (site == to || (from is { } only && site != only)) continue;
            int moving = Math.Min(most, part.Replicas);
            Draft next = (moved ?? draft).Copy();
            next.Add(item, part.Way, -moving);
            int left = moving;
            for (int block = list.Starts[position]; block < list.Starts[position + 1] && left > 0; block++)
            {
                int way = list.Blocks[block].Way;
                int room = way < 0 ? 0 : judge.Room(next, item, way, left);
                if (room == 0) continue;
                next.Add(item, way, room);
                left -= room;
            }

            if (left == moving) continue;
            if (left > 0) next.Add(item, part.Way, left);
            moved = next;
            most -= moving - left;
            if (most == 0) break;
        }

        return moved;
    }
}
