namespace Fulcrum.Solver.Bounding;

/// <summary>Where a relaxation puts replicas: a mean of answers, since an item that is charged for stands where each of those that want it wants it, for its part.</summary>
internal sealed class RelaxedAnswer
{
    private readonly BoundModel _model;
    private readonly List<Choice>[] _byItem;
    private readonly HashSet<(int Answer, int Item, int Site)> _sites = [];
    private readonly HashSet<(int Answer, int Item, int Provider)> _providers = [];
    private int _answers;

    private RelaxedAnswer(BoundModel model) => (_model, _byItem) = (model, [.. model.Lists.Select(static _ => new List<Choice>())]);

    /// <summary>Replicas of an item in a block.</summary>
    /// <param name="Answer">Number of the answer that this belongs to, in its group.</param>
    /// <param name="Item">The item.</param>
    /// <param name="Block">The block.</param>
    /// <param name="Site">Position of its site.</param>
    /// <param name="Replicas">How many.</param>
    /// <param name="Weight">Part of the answer in the mean.</param>
    /// <param name="IsFirstAtSite">Whether the answer has the item at no earlier choice of the site.</param>
    /// <param name="IsFirstAtProvider">The same for the provider.</param>
    public readonly record struct Choice(int Answer, int Item, int Block, int Site, int Replicas, double Weight, bool IsFirstAtSite, bool IsFirstAtProvider);

    /// <summary>All choices.</summary>
    public IEnumerable<Choice> Choices => _byItem.SelectMany(static choices => choices);

    /// <summary>The choices of an item.</summary>
    public IReadOnlyList<Choice> Of(int item) => _byItem[item];

    /// <summary>Whether an answer has an item at a site.</summary>
    public bool Has(int answer, int item, int site) => _sites.Contains((answer, item, site));

    /// <summary>The answer of a relaxation.</summary>
    public static RelaxedAnswer Of(BoundModel model, BoundEvaluation evaluation)
    {
        RelaxedAnswer answer = new(model);
        bool[] isDone = new bool[model.Lists.Length];
        foreach (int group in model.Graph.Group.Distinct()) answer.AddGroup(evaluation, group, isDone);
        return answer;
    }

    /// <summary>Adds a group after those that want its root somewhere.</summary>
    private void AddGroup(BoundEvaluation evaluation, int group, bool[] isDone)
    {
        if (isDone[group]) return;
        isDone[group] = true;
        int root = _model.Graph.Roots[group];
        if (!evaluation.IsCharged(root))
        {
            Add(evaluation.ChooseGroup(root, site: null), weight: 1);
            return;
        }

        SortedDictionary<int, double> wanted = [];
        foreach (Edge edge in _model.Edges)
        {
            if (edge.Relation.To != root || !_model.Graph.IsCharged(edge.Number)) continue;
            AddGroup(evaluation, _model.Graph.Group[edge.Relation.From], isDone);
            foreach (Choice choice in _byItem[edge.Relation.From])
            {
                int site = evaluation.WantedFrom(edge, choice.Site).Site;
                if (site >= 0) wanted[site] = wanted.GetValueOrDefault(site) + (_model.Charges.PartOf(edge.Number) * choice.Weight * choice.Replicas / edge.From.Quantity);
            }
        }

        double left = 1;
        foreach ((int site, double weight) in wanted)
        {
            left -= weight;
            Add(evaluation.ChooseGroup(root, site), weight);
        }

        if (left > 0) Add(evaluation.ChooseGroup(root, site: null), left);
    }

    private void Add(List<(int Block, int Replicas)>[] chosen, double weight)
    {
        int number = _answers++;
        for (int item = 0; item < chosen.Length; item++)
        {
            foreach ((int block, int replicas) in chosen[item] ?? [])
            {
                int site = _model.Lists[item].SiteOfBlock(block);
                bool isFirstAtSite = _sites.Add((number, item, site));
                bool isFirstAtProvider = _providers.Add((number, item, _model.Lists[item].Providers[site]));
                _byItem[item].Add(new Choice(number, item, block, site, replicas, weight, isFirstAtSite, isFirstAtProvider));
            }
        }
    }
}
