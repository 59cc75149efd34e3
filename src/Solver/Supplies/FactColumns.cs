using Fulcrum.Solver.Model;
using Fulcrum.Solver.Sovereignty;

namespace Fulcrum.Solver.Supplies;

/// <summary>The facts of every pool, numbered: pools of one number are in one country, and the facts that hold for them state the same.</summary>
internal sealed class FactColumns
{
    private readonly int[] _of;
    private readonly List<int> _firsts = [];
    private readonly List<int> _contentOf = [];
    private readonly Interner<SovereigntyFacts> _contents = new(FactContentComparer.Instance);

    /// <summary>Reads the facts of every pool.</summary>
    public FactColumns(IReadOnlyList<Provider> providers, IReadOnlyList<ResourcePool> pools, DomainColumns domains)
    {
        int[] ofProvider = [.. providers.Select(provider => _contents[provider.Facts])];
        Dictionary<object, Dictionary<int, int>> ofOverride = new(ReferenceEqualityComparer.Instance);
        Interner<(int Content, int Country)> numbers = new();
        _of = new int[pools.Count];
        for (int pool = 0; pool < _of.Length; pool++)
        {
            int provider = pools[pool].Provider;
            int content = pools[pool].Override is { } stated ? OfOverride(ofOverride, stated, provider, providers[provider].Facts) : ofProvider[provider];
            _of[pool] = numbers[(content, domains.CountryOfLocation[pools[pool].Location])];
            if (_of[pool] < _firsts.Count) continue;
            _firsts.Add(pool);
            _contentOf.Add(content);
        }
    }

    /// <summary>Number of the facts, by pool.</summary>
    public int[] Of => _of;

    /// <summary>A pool that has the facts, by number.</summary>
    public IReadOnlyList<int> Firsts => _firsts;

    /// <summary>Number of what is stated, by number of the facts.</summary>
    public IReadOnlyList<int> ContentOf => _contentOf;

    /// <summary>What is stated, each once.</summary>
    public IReadOnlyList<SovereigntyFacts> Contents => _contents.Values;

    private int OfOverride(Dictionary<object, Dictionary<int, int>> known, SovereigntyOverride stated, int provider, SovereigntyFacts facts)
    {
        if (!known.TryGetValue(stated, out Dictionary<int, int>? byProvider)) known[stated] = byProvider = [];
        if (!byProvider.TryGetValue(provider, out int content)) byProvider[provider] = content = _contents[EffectiveFacts.Of(facts, stated)];
        return content;
    }
}
