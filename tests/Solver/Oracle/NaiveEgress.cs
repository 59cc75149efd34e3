using System.Numerics;
using Fulcrum.Solver.Model;

namespace Fulcrum.Solver.Tests.Oracle;

/// <summary>What a provider asks for traffic that leaves; figures already computed are remembered.</summary>
internal sealed class NaiveEgress(EgressTariff? tariff)
{
    private readonly Quotient _price = Quotient.Read(tariff?.PricePerGiB ?? 0);
    private readonly long _free = Quotient.Read(tariff?.FreeGiBMonthly ?? 0).Times(1024).Rounded();
    private readonly Dictionary<long, long> _known = [];

    public long Cost(long mebibytes)
    {
        long billable = mebibytes - _free;
        if (tariff is null || billable <= 0) return 0;
        if (!_known.TryGetValue(billable, out long cost))
        {
            cost = _price.Times((BigInteger)billable * 1_000_000).Over(1024).Rounded();
            _known[billable] = cost;
        }

        return cost;
    }
}
