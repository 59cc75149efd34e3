using System.CommandLine;
using System.Globalization;
using Fulcrum.Benchmarks.Catalog;
using Fulcrum.Benchmarks.Contenders;
using Fulcrum.Benchmarks.Plotting;
using Fulcrum.Benchmarks.Solving;
using Fulcrum.Solver;
using Fulcrum.Solver.Model;
using Fulcrum.Workloads;

namespace Fulcrum.Benchmarks.Comparison;

/// <summary>What a buyer pays with simple ways of choosing, against the best plan.</summary>
internal sealed class CompareCommand : RootCommand
{
    private const double MostShown = 3;

    private readonly Option<int> _pools = CommandOptions.Number("--pools", "Pools of the market.", 1_000);
    private readonly Option<int[]> _items = CommandOptions.Numbers("--items", "Items of the orders.", [1, 3, 8]);
    private readonly Option<int> _seeds = CommandOptions.Number("--seeds", "Orders of each number of items.", 100);
    private readonly Option<int> _limit = CommandOptions.Number("--time-limit", "Milliseconds for a solve.", 1_000);
    private readonly Option<bool> _synthetic = new("--synthetic") { Description = "Synthetic federations instead of those made of ../shared/data/catalog." };
    private readonly Option<FileInfo?> _svg = new("--svg") { Description = "File for the plot." };
    private readonly TextWriter _output;
    private readonly TextWriter _error;

    /// <summary>The command.</summary>
    /// <param name="output">Takes the tables.</param>
    /// <param name="error">Takes complaints.</param>
    public CompareCommand(TextWriter output, TextWriter error)
        : base("What a buyer pays with first match, cheapest candidate and greedy best fit, against the best plan.")
    {
        (_output, _error) = (output, error);
        foreach (Option option in (Option[])[_pools, _items, _seeds, _limit, _synthetic, _svg]) Add(option);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        try
        {
            IProblemSource source = parsed.GetValue(_synthetic) ? new SyntheticProblems() : new CatalogProblems(CatalogFolder.Open());
            RunHeader.Write(_output, "compare", $"{source.Description}, {parsed.GetValue(_pools)} pools, orders of the family composite; limit {parsed.GetValue(_limit)} ms");
            IReadOnlyList<Purchase> all = Print(parsed, source);
            RunHeader.WriteEnd(_output);
            if (parsed.GetValue(_svg) is { } file) File.WriteAllText(file.FullName, Plot(all).ToSvg());
            return 0;
        }
        catch (Exception exception) when (exception is IOException or WrongAnswerException)
        {
            _error.WriteLine($"error: {exception.Message}");
            return 1;
        }
    }

    private List<Purchase> Print(ParseResult parsed, IProblemSource source)
    {
        _output.WriteLine("| items | way | orders with a plan of ours | no plan | breaks rules | valid | price ÷ ours, all its plans: p5 | p25 | median | p75 | p95 | (price + latency) ÷ ours, valid only: median | p95 | as good |");
        _output.WriteLine("|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        List<Purchase> all = [];
        foreach (int items in parsed.GetRequiredValue(_items))
        {
            List<Purchase> purchases = [.. Enumerable.Range(1, parsed.GetValue(_seeds))
                .SelectMany(seed => Compare(source.Create(parsed.GetValue(_pools), items, OrderFamily.Composite, seed), parsed.GetValue(_limit)))];
            foreach (IGrouping<string, Purchase> buyer in purchases.GroupBy(static purchase => purchase.Buyer)) Write(items, [.. buyer]);
            all.AddRange(purchases);
        }

        return all;
    }

    /// <summary>Nothing where we have no plan: there is nothing to compare with.</summary>
    private static IReadOnlyList<Purchase> Compare(PlacementProblem problem, int limitMilliseconds)
    {
        Answer ours = new FulcrumContender(TimeProvider.System, SolveStrategy.Pipeline, workers: 2).Solve(problem, TimeSpan.FromMilliseconds(limitMilliseconds));
        return ours.Plan is { } plan ? BuyerComparison.Compare(problem, plan) : [];
    }

    private void Write(int items, Purchase[] purchases)
    {
        double[] prices = [.. purchases.Where(static purchase => purchase.PriceRatio is not null).Select(static purchase => purchase.PriceRatio!.Value)];
        double[] values = [.. purchases.Where(static purchase => purchase.Outcome == PurchaseOutcome.Valid).Select(static purchase => purchase.ValueRatio!.Value)];
        string Price(double percent) => Ratio(Statistics.Percentile(prices, percent));
        _output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {items} | {purchases[0].Buyer} | {purchases.Length} | {Count(purchases, PurchaseOutcome.NoPlan)} | {Count(purchases, PurchaseOutcome.BreaksRules)} | {Count(purchases, PurchaseOutcome.Valid)} | {Price(5)} | {Price(25)} | {Price(50)} | {Price(75)} | {Price(95)} | {Ratio(Statistics.Percentile(values, 50))} | {Ratio(Statistics.Percentile(values, 95))} | {values.Count(static value => value <= 1)} |"));
        _output.Flush();
    }

    private static int Count(Purchase[] purchases, PurchaseOutcome outcome) => purchases.Count(purchase => purchase.Outcome == outcome);

    private static string Ratio(double value) => double.IsFinite(value) ? value.ToString("0.00", CultureInfo.InvariantCulture) : "–";

    private static LinePlot Plot(IReadOnlyList<Purchase> all) => new(
        "What is paid with simple ways, as a multiple of the best plan",
        Axis.Linear("price and latency ÷ those of the best plan", 1, MostShown),
        Axis.Linear("% of all orders with a valid plan at no more", 0, 100),
        [.. all.GroupBy(static purchase => purchase.Buyer).Select(static buyer => (buyer.Key, Distribution([.. buyer])))]);

    /// <summary>Orders without a valid plan are missing at the top: a line that ends at 40 % serves 40 % of the orders.</summary>
    private static IReadOnlyList<(double X, double Y)> Distribution(Purchase[] purchases)
    {
        double[] shown =
        [
            .. purchases.Where(static purchase => purchase.Outcome == PurchaseOutcome.Valid)
                .Select(static purchase => purchase.ValueRatio!.Value).Where(static ratio => ratio <= MostShown).Order(),
        ];
        double Percent(int orders) => 100.0 * orders / purchases.Length;
        return [(1, 0), .. shown.Select((ratio, index) => (ratio, Percent(index + 1))), (MostShown, Percent(shown.Length))];
    }
}
