using Fulcrum.Solver.Model;

namespace Fulcrum.Benchmarks.Reference;

/// <summary>Spread and survival of each item, and the number of providers of the order.</summary>
internal static class SpreadRows
{
    private const long Million = 1_000_000;

    public static void AddTo(ReferenceModel model)
    {
        for (int item = 0; item < model.Order.Items.Count; item++)
        {
            OrderItem definition = model.Order.Items[item];
            foreach (SpreadRule rule in definition.Spread) AddSpread(model, item, rule, definition.Quantity);
            foreach (SurviveRule rule in definition.Survive) AddCap(model, item, rule.LossOf, definition.Quantity - rule.MinReplicas);
        }

        AddProviders(model);
    }

    private static void AddSpread(ReferenceModel model, int item, SpreadRule rule, int quantity)
    {
        if (rule.Max is { } max) AddCap(model, item, rule.By, max);
        if (rule.MaxShareMillionths is { } share) AddCap(model, item, rule.By, Math.Max(1, share * (long)quantity / Million));
        if (rule.MinDomains is { } least) model.Linear.AddRow(model.GroupsBy(item, rule.By).Select(group => (model.Used(group), 1L)), least, null);
    }

    private static void AddCap(ReferenceModel model, int item, Domain kind, long most)
    {
        if (most >= model.Order.Items[item].Quantity) return;
        foreach (CandidateGroup group in model.GroupsBy(item, kind)) model.Linear.AddRow(model.Terms(group), null, most);
    }

    private static void AddProviders(ReferenceModel model)
    {
        OrderPolicy policy = model.Order.Policy;
        if (policy.MinProviders is null && policy.MaxProviders is null) return;
        model.Linear.AddRow(model.Providers().Select(provider => (model.UsedProvider(provider), 1L)), policy.MinProviders, policy.MaxProviders);
    }
}
