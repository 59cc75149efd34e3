using System.Globalization;
using System.Security;
using System.Text;

namespace Fulcrum.Benchmarks.Plotting;

/// <summary>Draws lines as SVG.</summary>
/// <param name="Title">What is seen.</param>
/// <param name="Across">Horizontal axis.</param>
/// <param name="Up">Vertical axis.</param>
/// <param name="Series">Lines, with their names.</param>
internal sealed record LinePlot(string Title, Axis Across, Axis Up, IReadOnlyList<(string Name, IReadOnlyList<(double X, double Y)> Points)> Series)
{
    private const int Width = 720;
    private const int Height = 420;
    private const int Left = 70;
    private const int Right = 190;
    private const int Top = 40;
    private const int Bottom = 60;
    private const int LegendStep = 22;

    private static readonly string[] Colours = ["#1b6ca8", "#c8553d", "#588157", "#7b5ea7", "#b08900"];

    /// <summary>The drawing.</summary>
    public string ToSvg()
    {
        StringBuilder svg = new();
        Line(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"12\">");
        Line(svg, $"<rect width=\"{Width}\" height=\"{Height}\" fill=\"white\"/>");
        Line(svg, $"<text x=\"{Left}\" y=\"22\" font-size=\"15\">{Escaped(Title)}</text>");
        DrawAxes(svg);
        for (int series = 0; series < Series.Count; series++) DrawSeries(svg, series);
        Line(svg, $"</svg>");
        return svg.ToString();
    }

    private void DrawAxes(StringBuilder svg)
    {
        foreach (double tick in Across.Ticks)
        {
            Line(svg, $"<line x1=\"{X(tick):0.#}\" y1=\"{Top}\" x2=\"{X(tick):0.#}\" y2=\"{Height - Bottom}\" stroke=\"#ddd\"/>");
            Line(svg, $"<text x=\"{X(tick):0.#}\" y=\"{Height - Bottom + 18}\" text-anchor=\"middle\">{Axis.Text(tick)}</text>");
        }

        foreach (double tick in Up.Ticks)
        {
            Line(svg, $"<line x1=\"{Left}\" y1=\"{Y(tick):0.#}\" x2=\"{Width - Right}\" y2=\"{Y(tick):0.#}\" stroke=\"#ddd\"/>");
            Line(svg, $"<text x=\"{Left - 6}\" y=\"{Y(tick) + 4:0.#}\" text-anchor=\"end\">{Axis.Text(tick)}</text>");
        }

        int middle = (Left + Width - Right) / 2;
        Line(svg, $"<text x=\"{middle}\" y=\"{Height - 16}\" text-anchor=\"middle\">{Escaped(Across.Label)}</text>");
        Line(svg, $"<text transform=\"translate(16 {(Top + Height - Bottom) / 2}) rotate(-90)\" text-anchor=\"middle\">{Escaped(Up.Label)}</text>");
    }

    private void DrawSeries(StringBuilder svg, int number)
    {
        (string name, IReadOnlyList<(double X, double Y)> points) = Series[number];
        string colour = Colours[number % Colours.Length];
        IEnumerable<string> places = points.Where(static point => double.IsFinite(point.Y))
            .Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.X):0.#},{Y(point.Y):0.#}"));
        Line(svg, $"<polyline fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" points=\"{string.Join(' ', places)}\"/>");
        int y = Top + 10 + (number * LegendStep);
        Line(svg, $"<line x1=\"{Width - Right + 12}\" y1=\"{y}\" x2=\"{Width - Right + 36}\" y2=\"{y}\" stroke=\"{colour}\" stroke-width=\"2\"/>");
        Line(svg, $"<text x=\"{Width - Right + 42}\" y=\"{y + 4}\">{Escaped(name)}</text>");
    }

    private double X(double value) => Left + (Across.Position(value) * (Width - Right - Left));

    private double Y(double value) => Height - Bottom - (Up.Position(value) * (Height - Bottom - Top));

    private static string Escaped(string text) => SecurityElement.Escape(text);

    private static void Line(StringBuilder svg, FormattableString line) => svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
