namespace Fulcrum.Benchmarks.Tests;

public sealed class StatisticsTests
{
    [Fact]
    public void The_median_is_in_the_middle()
    {
        Statistics.Median([3, 1, 2]).ShouldBe(2);
        Statistics.Median([4, 1, 2, 3]).ShouldBe(2.5);
        Statistics.Median([]).ShouldBe(double.NaN);
    }

    [Fact]
    public void A_percentile_is_a_measured_value()
    {
        double[] hundred = [.. Enumerable.Range(1, 100).Select(static value => (double)value)];

        Statistics.Percentile(hundred, 95).ShouldBe(95);
        Statistics.Percentile(hundred, 99).ShouldBe(99);
        Statistics.Percentile([7], 99).ShouldBe(7);
    }
}
