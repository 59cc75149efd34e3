using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Reading;
using Microsoft.Extensions.Primitives;

namespace Fulcrum.Silo.Http.Requests;

/// <summary>Reads the query of a request as strictly as bodies are read: every fault is recorded, nothing unknown is ignored.</summary>
internal sealed class QueryReader(IQueryCollection query, IReadOnlyCollection<QueryParameter> known, List<RequestFault> faults)
{
    private const string Descending = "-id";

    /// <summary>Which page of a list is wanted.</summary>
    public PageQuery Page() => new()
    {
        Limit = Whole(QueryParameters.Limit),
        Cursor = Text(QueryParameters.Cursor, HttpLimits.CursorLengthMax),
        Descending = Choice(QueryParameters.Sort) == Descending,
    };

    /// <summary>Text without control characters.</summary>
    public string? Text(QueryParameter parameter, int lengthMax)
    {
        if (Single(parameter) is not { } text) return null;
        if (text.Length > 0 && text.Length <= lengthMax && !text.Any(char.IsControl)) return text;
        Fault(parameter.Name, $"The {parameter.Name} must have 1 to {lengthMax} characters, none of them a control character.");
        return null;
    }

    /// <summary>An identifier.</summary>
    public string? Id(QueryParameter parameter)
    {
        if (Single(parameter) is not { } text) return null;
        if (!IdentifierSyntax.IsValid(text)) Fault(parameter.Name, $"The {parameter.Name} ('{Excerpt.Of(text)}') must be an identifier: {IdentifierSyntax.Description}.");
        return text;
    }

    /// <summary>A whole number within the parameter's bounds.</summary>
    public int Whole(QueryParameter parameter)
    {
        if (Single(parameter) is not { } text) return parameter.Default;
        bool isWhole = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value);
        if (isWhole && value >= parameter.Min && value <= parameter.Max) return value;
        Fault(parameter.Name, $"The {parameter.Name} ('{Excerpt.Of(text)}') must be a whole number from {parameter.Min} to {parameter.Max}.");
        return parameter.Default;
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public bool Flag(QueryParameter parameter)
    {
        string? text = Single(parameter);
        if (text is not (null or "true" or "false")) Fault(parameter.Name, $"The {parameter.Name} ('{Excerpt.Of(text)}') must be true or false.");
        return text == "true";
    }

    /// <summary>One of the texts of an enumeration.</summary>
    public TEnum? Choice<TEnum>(QueryParameter parameter)
        where TEnum : struct, Enum => Choice(parameter) is { } text
        ? Enum.GetValues<TEnum>().First(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()) == text)
        : null;

    /// <summary>Several texts, each once.</summary>
    public ImmutableArray<string> Texts(QueryParameter parameter)
    {
        ImmutableArray<string> values = [.. Values(parameter).SelectMany(static value => (value ?? "").Split(',', StringSplitOptions.TrimEntries)).Distinct(StringComparer.Ordinal)];
        if (values.Length > HttpLimits.QueryValuesMax) Fault(parameter.Name, $"The {parameter.Name} must have at most {HttpLimits.QueryValuesMax} values, but has {values.Length}.");
        foreach (string value in values) Judge(parameter, value);
        return values;
    }

    /// <summary>Refuses parameters that the endpoint does not take.</summary>
    public void RefuseUnknown()
    {
        string[] names = [.. known.Select(static parameter => parameter.Name)];
        foreach (string name in query.Keys.Where(name => !names.Contains(name, StringComparer.Ordinal)))
        {
            string hint = NearestName.Hint(name, names);
            Fault(Excerpt.Of(name), $"There is no query parameter '{Excerpt.Of(name)}' here.{(hint.Length > 0 ? hint : Known(names))}");
        }
    }

    private static string Known(string[] names) => names.Length == 0 ? " This path takes none." : $" Known parameters: {string.Join(", ", names)}.";

    private string? Choice(QueryParameter parameter)
    {
        if (Single(parameter) is not { } text) return null;
        return Judge(parameter, text) ? text : null;
    }

    private bool Judge(QueryParameter parameter, string value)
    {
        bool isGood = parameter.Choices.IsEmpty ? value.Length is > 0 and <= DocumentLimits.TextLengthMax && !value.Any(char.IsControl) : parameter.Choices.Contains(value);
        if (isGood) return true;
        string wanted = parameter.Choices.IsEmpty ? $"have 1 to {DocumentLimits.TextLengthMax} characters" : $"be one of {string.Join(", ", parameter.Choices)}";
        Fault(parameter.Name, $"The {parameter.Name} ('{Excerpt.Of(value)}') must {wanted}.{NearestName.Hint(value, parameter.Choices)}");
        return false;
    }

    private string? Single(QueryParameter parameter)
    {
        StringValues values = Values(parameter);
        if (values.Count > 1) Fault(parameter.Name, $"The {parameter.Name} is given {values.Count} times; it is taken once.");
        return values.Count == 0 ? null : values[0] ?? "";
    }

    private StringValues Values(QueryParameter parameter) => query.TryGetValue(parameter.Name, out StringValues values) ? values : StringValues.Empty;

    private void Fault(string name, string message) => faults.Add(new RequestFault($"query.{name}", message));
}
