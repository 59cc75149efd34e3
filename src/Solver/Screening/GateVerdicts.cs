using Fulcrum.Solver.Sovereignty;
using Fulcrum.Solver.Supplies;

namespace Fulcrum.Solver.Screening;

/// <summary>What a gate says of the facts of a supply. Where a pool is and what holds for it are judged apart, each once: pools in many countries state the same.</summary>
internal static class GateVerdicts
{
    /// <summary>The verdicts by number of the facts.</summary>
    public static Verdicts Of(Supply supply, SovereigntyGate gate)
    {
        Memo ofLocation = new(supply.Market.Locations.Count, location => gate.CountryRefusal(supply.Market.Locations[location].Country));
        Memo ofContent = new(supply.Facts.Contents.Count, content => gate.FactsRefusal(supply.Facts.Contents[content]));
        return new Verdicts(supply.Facts.Firsts.Count, facts => ofLocation.Of(supply.Domains.LocationOf[supply.Facts.Firsts[facts]]) ?? ofContent.Of(supply.Facts.ContentOf[facts]));
    }

    private sealed class Memo(int count, Func<int, string?> judge)
    {
        private readonly string?[] _refusals = new string?[count];
        private readonly bool[] _known = new bool[count];

        public string? Of(int number)
        {
            if (_known[number]) return _refusals[number];
            _known[number] = true;
            return _refusals[number] = judge(number);
        }
    }
}
