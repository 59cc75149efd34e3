using System.Text.Json;

namespace Fulcrum.Contracts.Reading;

/// <summary>Reads the members of one JSON object and refuses those that nobody asked for.</summary>
public sealed class ObjectReader
{
    private readonly JsonElement _element;
    private readonly NodePath _path;
    private readonly FaultList _faults;
    private readonly List<string> _asked = [];
    private int _found;

    internal ObjectReader(JsonElement element, NodePath path, FaultList faults)
    {
        _element = element;
        _path = path;
        _faults = faults;
    }

    private bool IsObject => _element.ValueKind == JsonValueKind.Object;

    /// <summary>A member that must be there.</summary>
    public ValueReader Required(string name)
    {
        if (Optional(name) is { } value) return value;
        if (IsObject) _faults.Add(_path.Member(name), $"The {name} is missing.");
        return new ValueReader(default, _path.Member(name), _faults);
    }

    /// <summary>A member that may be absent or <c>null</c>; both are the same.</summary>
    public ValueReader? Optional(string name)
    {
        _asked.Add(name);
        if (!IsObject || !_element.TryGetProperty(name, out JsonElement value)) return null;
        _found++;
        return value.ValueKind == JsonValueKind.Null ? null : new ValueReader(value, _path.Member(name), _faults);
    }

    /// <summary>Whether a member is there and <c>null</c>.</summary>
    public bool IsNull(string name) => IsObject && _element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Null;

    /// <summary>Records a fault of this object.</summary>
    public void Fault(string message) => _faults.Add(_path, message);

    /// <summary>Records a fault of a member.</summary>
    public void Fault(string name, string message) => _faults.Add(_path.Member(name), message);

    internal void RefuseTheRest()
    {
        if (!IsObject || _element.GetPropertyCount() == _found) return;
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (JsonProperty property in _element.EnumerateObject())
        {
            string name = property.Name;
            if (!seen.Add(name)) Fault(name, $"The {Excerpt.Of(name)} occurs twice.");
            else if (!_asked.Contains(name, StringComparer.Ordinal)) Fault(name, $"There is no member '{Excerpt.Of(name)}' here.{Meant(name)}");
        }
    }

    private string Meant(string name) =>
        NearestName.Hint(name, _asked) is { Length: > 0 } hint ? hint : $" Known members: {string.Join(", ", _asked)}.";
}
