using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Fulcrum.Contracts.Exchange;

namespace Fulcrum.Client.Http;

/// <summary>Builds a path with its query.</summary>
internal sealed class HttpQuery(string path)
{
    private const string DescendingById = "-id";

    private readonly StringBuilder _text = new(path);
    private char _separator = '?';

    /// <summary>Adds a parameter, unless its value is absent.</summary>
    public HttpQuery With(string name, string? value)
    {
        if (value is null) return this;
        _text.Append(_separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
        _separator = '&';
        return this;
    }

    /// <summary>Adds a parameter with the text of an enumeration.</summary>
    public HttpQuery With<TEnum>(string name, TEnum? value)
        where TEnum : struct, Enum => With(name, value is { } given ? JsonNamingPolicy.CamelCase.ConvertName(given.ToString()) : null);

    /// <summary>Adds a parameter with several values, unless there are none.</summary>
    public HttpQuery With(string name, ImmutableArray<string> values) => With(name, values.IsDefaultOrEmpty ? null : string.Join(',', values));

    /// <summary>Adds which page of a list is wanted.</summary>
    public HttpQuery With(PageQuery page) =>
        With("limit", Text(page.Limit)).With("cursor", page.Cursor).With("sort", page.Descending ? DescendingById : null);

    /// <summary>Adds which part of a feed is wanted.</summary>
    public HttpQuery With(EventQuery query) => With("after", query.After).With("limit", Text(query.Limit)).With("type", query.Types);

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
