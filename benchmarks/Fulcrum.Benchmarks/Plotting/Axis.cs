using System.Globalization;

namespace Fulcrum.Benchmarks.Plotting;

/// <summary>An axis of a plot.</summary>
/// <param name="Label">What it shows, with unit.</param>
/// <param name="Least">Smallest value.</param>
/// <param name="Most">Largest value.</param>
/// <param name="IsLogarithmic">Whether equal distances are equal factors.</param>
/// <param name="Ticks">Values that are marked.</param>
internal sealed record Axis(string Label, double Least, double Most, bool IsLogarithmic, IReadOnlyList<double> Ticks)
{
    private const int LinearTicks = 5;

    /// <summary>An axis over powers of ten that holds some values.</summary>
    public static Axis Logarithmic(string label, IEnumerable<double> values)
    {
        double[] positive = [.. values.Where(static value => double.IsFinite(value) && value > 0).DefaultIfEmpty(1)];
        int low = (int)Math.Floor(Math.Log10(positive.Min()));
        int high = Math.Max(low + 1, (int)Math.Ceiling(Math.Log10(positive.Max())));
        return new Axis(label, Math.Pow(10, low), Math.Pow(10, high), true, [.. Enumerable.Range(low, high - low + 1).Select(static power => Math.Pow(10, power))]);
    }

    /// <summary>An axis with equal steps.</summary>
    public static Axis Linear(string label, double least, double most) =>
        new(label, least, most, false, [.. Enumerable.Range(0, LinearTicks + 1).Select(step => least + ((most - least) * step / LinearTicks))]);

    /// <summary>Where a value lies, from 0 to 1; values beyond the axis lie at its ends.</summary>
    public double Position(double value) => Math.Clamp(
        IsLogarithmic ? Math.Log(Math.Max(value, Least) / Least) / Math.Log(Most / Least) : (value - Least) / (Most - Least), 0, 1);

    /// <summary>A tick in words.</summary>
    public static string Text(double value) => value.ToString("#,0.####", CultureInfo.InvariantCulture).Replace(',', ' ');
}
