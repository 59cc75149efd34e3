using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Solving;

/// <summary>A problem in a few lines. Places, providers and pools go by name; an item demands one <c>vcpu</c> per replica unless told otherwise.</summary>
internal sealed class Sketch
{
    private readonly List<Location> _locations = [];
    private readonly List<MeasuredLink> _links = [];
    private readonly List<Provider> _providers = [];
    private readonly List<ResourcePool> _pools = [];
    private readonly List<OrderItem> _items = [];
    private readonly List<Relation> _relations = [];
    private OrderPolicy _policy = new();
    private Objective _objective = Objective.Default;
    private DateTimeOffset _decidedAt = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public Sketch At(DateTimeOffset decidedAt)
    {
        _decidedAt = decidedAt;
        return this;
    }

    public Sketch Location(string id, string country = "FR", double longitude = 0)
    {
        _locations.Add(new Location(id, country, 50, longitude));
        return this;
    }

    public Sketch Link(string from, string to, long micros)
    {
        _links.Add(new MeasuredLink(LocationIndex(from), LocationIndex(to), micros));
        return this;
    }

    public Sketch Provider(string id, Func<Provider, Provider>? with = null)
    {
        Provider provider = new() { Id = id };
        _providers.Add(with?.Invoke(provider) ?? provider);
        return this;
    }

    public Sketch Pool(string id, string provider, string location, decimal vcpuPerHour = 0.001m, long vcpus = 100, Func<ResourcePool, ResourcePool>? with = null)
    {
        ResourcePool pool = new()
        {
            Id = id,
            Provider = _providers.FindIndex(candidate => candidate.Id == provider),
            Location = LocationIndex(location),
            Inventories = new Dictionary<string, Inventory> { ["vcpu"] = new() { Total = vcpus } },
            PriceBook = new Dictionary<string, decimal> { ["vcpu"] = vcpuPerHour },
        };
        _pools.Add(with?.Invoke(pool) ?? pool);
        return this;
    }

    public Sketch Item(string id, int quantity = 1, Func<OrderItem, OrderItem>? with = null)
    {
        OrderItem item = new() { Id = id, Quantity = quantity, Resources = new Dictionary<string, long> { ["vcpu"] = 1 } };
        _items.Add(with?.Invoke(item) ?? item);
        return this;
    }

    public Sketch Relation(string from, string to, Func<Relation, Relation> with)
    {
        _relations.Add(with(new Relation { From = ItemIndex(from), To = ItemIndex(to) }));
        return this;
    }

    public Sketch Policy(Func<OrderPolicy, OrderPolicy> with)
    {
        _policy = with(_policy);
        return this;
    }

    public Sketch Gate(SovereigntyPolicy gate) => Policy(policy => policy with { Sovereignty = gate });

    public Sketch Minimise(Objective objective)
    {
        _objective = objective;
        return this;
    }

    public Sketch InOrder(params LexicographicTerm[] terms) => Minimise(new Objective { Mode = ObjectiveMode.Lexicographic, Order = terms });

    /// <summary>A user group of a location, for an item.</summary>
    public UserGroup Users(string location) => new() { Location = LocationIndex(location) };

    public PlacementProblem Build() => new()
    {
        Market = new Market([.. _locations], LatencyMatrix.Build(_locations, _links)),
        Providers = [.. _providers],
        Pools = [.. _pools],
        Order = new Order { Id = "order", Items = [.. _items], Relations = [.. _relations], Policy = _policy, Objective = _objective },
        DecidedAt = _decidedAt,
    };

    private int LocationIndex(string id) => _locations.FindIndex(location => location.Id == id);

    private int ItemIndex(string id) => _items.FindIndex(item => item.Id == id);
}
