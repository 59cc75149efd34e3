using System.Text;

namespace Fulcrum.Contracts.Reading;

/// <summary>Where in a JSON document a value stands.</summary>
public sealed class NodePath
{
    private const int NotAnElement = -1;

    private readonly NodePath? _parent;
    private readonly string _member;
    private readonly int _index;

    private NodePath(NodePath? parent, string member, int index)
    {
        _parent = parent;
        _member = member;
        _index = index;
    }

    /// <summary>The whole document.</summary>
    public static NodePath Root { get; } = new(null, "document", NotAnElement);

    /// <summary>The member's name, followed by the position when it is an element of a list.</summary>
    public string Name => _index == NotAnElement ? Excerpt.Of(_member) : $"{_parent!.Name}[{_index}]";

    /// <summary>A member of this object.</summary>
    public NodePath Member(string name) => new(this, name, NotAnElement);

    /// <summary>An element of this list.</summary>
    public NodePath Element(int index) => new(this, "", index);

    /// <summary>The path as JSONPath, e.g. <c>$.items[0].quantity</c>.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        AppendTo(text);
        return text.ToString();
    }

    private void AppendTo(StringBuilder text)
    {
        if (_parent is null)
        {
            text.Append('$');
            return;
        }

        _parent.AppendTo(text);
        if (_index != NotAnElement) text.Append('[').Append(_index).Append(']');
        else if (IsPlain(_member)) text.Append('.').Append(_member);
        else text.Append("['").Append(Excerpt.Of(_member)).Append("']");
    }

    private static bool IsPlain(string member) =>
        member.Length is > 0 and <= Excerpt.LengthMax
        && member.All(static character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-');
}
