using System.Globalization;
using System.Text;

namespace Fulcrum.Solver.Supplies;

/// <summary>Numbers the distinct shapes of offers.</summary>
internal sealed class ShapeInterner(Interner<string> classes)
{
    private readonly Dictionary<object, int> _byReference = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, int> _byContent = new(StringComparer.Ordinal);
    private readonly List<OfferShape> _values = [];

    /// <summary>The shapes so far, by number.</summary>
    public IReadOnlyList<OfferShape> Values => _values;

    /// <summary>The number of a shape.</summary>
    public int this[IReadOnlyDictionary<string, long> resources]
    {
        get
        {
            if (!_byReference.TryGetValue(resources, out int number)) _byReference[resources] = number = ByContent(resources);
            return number;
        }
    }

    private int ByContent(IReadOnlyDictionary<string, long> resources)
    {
        string content = Content(resources);
        if (_byContent.TryGetValue(content, out int number)) return number;
        _values.Add(OfferShape.Of(classes, resources));
        return _byContent[content] = _values.Count - 1;
    }

    private static string Content(IReadOnlyDictionary<string, long> resources)
    {
        StringBuilder content = new();
        foreach ((string resourceClass, long amount) in resources) content.Append(CultureInfo.InvariantCulture, $"{resourceClass}={amount};");
        return content.ToString();
    }
}
