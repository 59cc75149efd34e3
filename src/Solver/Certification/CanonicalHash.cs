using Fulcrum.Solver.Model;
using Fulcrum.Solver.Supplies;

namespace Fulcrum.Solver.Certification;

/// <summary>SHA-256 of a problem in canonical form: everything the decision depends on, nothing of how it is held in memory.</summary>
internal sealed class CanonicalHash
{
    private readonly CanonicalWriter _writer;
    private readonly SovereigntyHash _sovereignty;

    /// <summary>Hashes of one thing after the other.</summary>
    public CanonicalHash(CanonicalWriter writer)
    {
        _writer = writer;
        _sovereignty = new SovereigntyHash(writer);
    }

    /// <summary>Hash of a problem, hexadecimal.</summary>
    public static string Of(PlacementProblem problem, Supply supply)
    {
        using CanonicalWriter writer = new();
        CanonicalHash hash = new(writer);
        writer.Write(problem.DecidedAt.UtcTicks);
        writer.Write(supply.Digest);
        new OrderHash(writer, hash._sovereignty).Write(problem.Order);
        return Convert.ToHexStringLower(writer.Finish());
    }

    /// <summary>Hash of a market and its members.</summary>
    public static byte[] Of(Market market, IReadOnlyList<Provider> providers)
    {
        using CanonicalWriter writer = new();
        CanonicalHash hash = new(writer);
        hash.Write(market);
        writer.WriteAll(providers, hash.Write);
        return writer.Finish();
    }

    /// <summary>Hash of a pool.</summary>
    public byte[] Of(ResourcePool pool)
    {
        Write(pool);
        return _writer.Finish();
    }

    private void Write(Market market)
    {
        _writer.WriteAll(market.Locations, location =>
        {
            _writer.Write(location.Id);
            _writer.Write(location.Country);
            _writer.Write(location.Latitude);
            _writer.Write(location.Longitude);
        });
        for (int from = 0; from < market.Latencies.Count; from++)
        {
            for (int to = 0; to < market.Latencies.Count; to++) _writer.Write(market.Latencies.Micros(from, to));
        }
    }

    private void Write(Provider provider)
    {
        _writer.Write(provider.Id);
        _writer.Write((long)provider.Status);
        _sovereignty.Write(provider.Facts);
        _writer.Write(provider.FeePerOrderMicros);
        _writer.Write(provider.Egress?.PricePerGiB);
        _writer.Write(provider.Egress?.FreeGiBMonthly);
    }

    private void Write(ResourcePool pool)
    {
        _writer.Write(pool.Id);
        _writer.Write(pool.Provider);
        _writer.Write(pool.Location);
        _writer.Write(pool.Zone);
        _writer.Write((long)pool.Status);
        _writer.WriteAll([.. pool.Traits.Order(StringComparer.Ordinal)], _writer.Write);
        _sovereignty.Write(pool.Override);
        _writer.WriteMap(pool.Inventories, Write);
        _writer.WriteMap(pool.PriceBook, _writer.Write);
        _writer.WriteAll(pool.Offers, Write);
        _writer.Write(pool.Generation);
        _writer.Write(pool.ConfigVersion);
    }

    private void Write(Inventory inventory)
    {
        _writer.Write(inventory.Total);
        _writer.Write(inventory.Reserved);
        _writer.Write(inventory.AllocationRatio);
        _writer.Write(inventory.MinUnit);
        _writer.Write(inventory.MaxUnit);
        _writer.Write(inventory.StepSize);
        _writer.Write(inventory.Claimed);
    }

    private void Write(Offer offer)
    {
        _writer.Write(offer.Id);
        _writer.WriteMap(offer.Resources, _writer.Write);
        _writer.Write(offer.PricePerHour);
    }
}
