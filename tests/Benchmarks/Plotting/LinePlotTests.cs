using System.Xml.Linq;
using Fulcrum.Benchmarks.Plotting;

namespace Fulcrum.Benchmarks.Tests.Plotting;

public sealed class LinePlotTests
{
    [Fact]
    public void A_plot_is_well_formed_and_has_a_line_per_series()
    {
        LinePlot plot = new(
            "Time & memory", Axis.Logarithmic("pools", [200, 100_000]), Axis.Linear("ms", 0, 10), [("a < b", [(200, 1), (1000, 5)]), ("c", [(200, 2), (1000, double.NaN)])]);

        XElement svg = XElement.Parse(plot.ToSvg());

        XElement[] lines = [.. svg.Elements().Where(static element => element.Name.LocalName == "polyline")];
        lines.Select(static line => line.Attribute("points")!.Value.Split(' ').Length).ShouldBe([2, 1]);
    }

    [Fact]
    public void A_logarithmic_axis_goes_over_powers_of_ten()
    {
        Axis axis = Axis.Logarithmic("pools", [200, 100_000]);

        axis.Ticks.ShouldBe([100, 1_000, 10_000, 100_000]);
        axis.Position(1_000).ShouldBe(1 / 3.0, tolerance: 1e-9);
        axis.Position(1).ShouldBe(0);
    }
}
