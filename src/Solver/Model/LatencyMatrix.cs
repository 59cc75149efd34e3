namespace Fulcrum.Solver.Model;

/// <summary>Round-trip latency in whole microseconds for every ordered pair of locations: measured, or estimated from distance.</summary>
/// <remarks>Estimates are part of the market's data: they are computed here, once, and are input to solver and checker alike.</remarks>
public sealed class LatencyMatrix
{
    private const double EarthRadiusKilometres = 6371;
    private const double BaseMicros = 1000;
    private const double MicrosPerKilometre = 15;

    private readonly long[] _micros;
    private readonly bool[] _measured;
    private readonly int _count;

    private LatencyMatrix(int count)
    {
        _count = count;
        _micros = new long[count * count];
        _measured = new bool[count * count];
    }

    /// <summary>Number of locations.</summary>
    public int Count => _count;

    /// <summary>Round-trip latency from one location to another, in microseconds.</summary>
    public long Micros(int from, int to) => _micros[(from * _count) + to];

    /// <summary>The largest of all.</summary>
    public long LargestMicros { get; private set; }

    /// <summary>Whether the latency was measured rather than estimated from distance.</summary>
    public bool IsMeasured(int from, int to) => _measured[(from * _count) + to];

    /// <summary>Builds the matrix. A link holds in both directions unless the other direction is given too.</summary>
    public static LatencyMatrix Build(IReadOnlyList<Location> locations, IEnumerable<MeasuredLink> links)
    {
        LatencyMatrix matrix = new(locations.Count);
        for (int from = 0; from < locations.Count; from++)
        {
            for (int to = 0; to < locations.Count; to++)
            {
                if (from != to) matrix._micros[(from * matrix._count) + to] = EstimateMicros(locations[from], locations[to]);
            }
        }

        MeasuredLink[] given = [.. links.Where(link => link.From != link.To)];
        foreach (MeasuredLink link in given) matrix.Set(link.To, link.From, link.LatencyMicros);
        foreach (MeasuredLink link in given) matrix.Set(link.From, link.To, link.LatencyMicros);
        matrix.LargestMicros = matrix._micros.DefaultIfEmpty(0).Max();
        return matrix;
    }

    /// <summary>1 000 µs plus 15 µs per great-circle kilometre, rounded half away from zero.</summary>
    public static long EstimateMicros(Location from, Location to)
    {
        double latitudes = double.DegreesToRadians(to.Latitude - from.Latitude);
        double longitudes = double.DegreesToRadians(to.Longitude - from.Longitude);
        double chord = Square(Math.Sin(latitudes / 2))
            + (Math.Cos(double.DegreesToRadians(from.Latitude)) * Math.Cos(double.DegreesToRadians(to.Latitude)) * Square(Math.Sin(longitudes / 2)));
        double kilometres = 2 * EarthRadiusKilometres * Math.Asin(Math.Min(1, Math.Sqrt(chord)));
        return (long)Math.Round(BaseMicros + (MicrosPerKilometre * kilometres), MidpointRounding.AwayFromZero);
    }

    private void Set(int from, int to, long micros)
    {
        _micros[(from * _count) + to] = micros;
        _measured[(from * _count) + to] = true;
    }

    private static double Square(double value) => value * value;
}
