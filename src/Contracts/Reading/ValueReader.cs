using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Quantities;

namespace Fulcrum.Contracts.Reading;

/// <summary>
/// Reads one JSON value as what it should be. A value that is something else is recorded as a fault and answered with a substitute,
/// so that reading goes on and every fault of a document is found; a document with faults is never handed out.
/// </summary>
public readonly struct ValueReader
{
    private const string DayFormat = "yyyy-MM-dd";

    private readonly JsonElement _element;
    private readonly NodePath _path;
    private readonly FaultList _faults;

    internal ValueReader(JsonElement element, NodePath path, FaultList faults)
    {
        _element = element;
        _path = path;
        _faults = faults;
    }

    /// <summary>Whether the value is a list without entries.</summary>
    public bool IsEmptyList => _element.ValueKind == JsonValueKind.Array && _element.GetArrayLength() == 0;

    /// <summary>Whether the value is an object without members.</summary>
    public bool IsEmptyObject => _element.ValueKind == JsonValueKind.Object && _element.GetPropertyCount() == 0;

    private string RawNumber => Excerpt.Of(JsonMarshal.GetRawUtf8Value(_element));

    /// <summary>Text of 1 to <paramref name="lengthMax"/> characters without control characters and without blanks at its ends.</summary>
    public string Text(int lengthMax = DocumentLimits.TextLengthMax)
    {
        if (!IsKind(JsonValueKind.String)) return "";
        string text = _element.GetString()!;
        if (text.Length == 0 || text.Length > lengthMax) Fault($"The {_path.Name} must have 1 to {lengthMax} characters, but has {text.Length}.");
        else if (text.Any(char.IsControl)) Fault($"The {_path.Name} must not contain control characters.");
        else if (text.Length != text.AsSpan().Trim().Length) Fault($"The {_path.Name} ('{Excerpt.Of(text)}') must not begin or end with a blank.");
        return text;
    }

    /// <summary>An identifier, or a reference to one.</summary>
    public string Id() => TextThat(IdentifierSyntax.IsValid, static _ => $"must be an identifier: {IdentifierSyntax.Description}.");

    /// <summary>A single country.</summary>
    public string Country() => TextThat(CountryCodes.IsCountry, static text => CountryCodes.IsGroup(text)
        ? "is a group of countries; facts and locations name single ones. Maybe list its countries."
        : $"must be a country: two capital letters, ISO 3166-1 alpha-2.{CountryCodes.Hint(text)}");

    /// <summary>A country, or a group of them.</summary>
    public string CountryOrGroup() => TextThat(
        static text => CountryCodes.IsCountry(text) || CountryCodes.IsGroup(text),
        static text => "must be a country (two capital letters, ISO 3166-1 alpha-2) or one of "
            + $"{string.Join(", ", CountryCodes.Groups.Keys)}.{CountryCodes.Hint(text)}");

    /// <summary>A whole number within bounds.</summary>
    public long Whole(long min, long max)
    {
        if (!IsKind(JsonValueKind.Number)) return min;
        bool isExact = ExactDecimal.TryParse(JsonMarshal.GetRawUtf8Value(_element), out decimal value);
        if (isExact && value >= min && value <= max && value.Scale == 0) return (long)value;
        Fault($"The {_path.Name} ({RawNumber}) must be a whole number from {min} to {max}.");
        return min;
    }

    /// <summary>An exact decimal number within bounds.</summary>
    public decimal Number(decimal min, decimal max, int decimalsMax = ExactDecimal.DigitsMax)
    {
        if (!IsKind(JsonValueKind.Number)) return min;
        bool isExact = ExactDecimal.TryParse(JsonMarshal.GetRawUtf8Value(_element), out decimal value);
        if (isExact && value >= min && value <= max && value.Scale <= decimalsMax) return value;
        string digits = decimalsMax == ExactDecimal.DigitsMax ? $"at most {decimalsMax} digits and decimals" : $"at most {decimalsMax} decimals";
        Fault($"The {_path.Name} ({RawNumber}) must be a number from {min} to {max} with {digits}.");
        return min;
    }

    /// <summary>A measured quantity within bounds, for which binary floating point is good enough.</summary>
    public double Real(double min, double max)
    {
        if (!IsKind(JsonValueKind.Number)) return min;
        if (_element.TryGetDouble(out double value) && value >= min && value <= max) return value;
        Fault($"The {_path.Name} ({RawNumber}) must be a number from {min} to {max}.");
        return min;
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public bool Flag()
    {
        if (_element.ValueKind is JsonValueKind.True or JsonValueKind.False) return _element.GetBoolean();
        if (_element.ValueKind != JsonValueKind.Undefined) Fault($"The {_path.Name} must be true or false, not {Kind(_element.ValueKind)}.");
        return false;
    }

    /// <summary>A day, <c>yyyy-MM-dd</c>.</summary>
    public DateOnly Day()
    {
        if (!IsKind(JsonValueKind.String)) return default;
        string text = _element.GetString()!;
        if (DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)) return day;
        Fault($"The {_path.Name} ('{Excerpt.Of(text)}') must be a day as {DayFormat}.");
        return default;
    }

    /// <summary>An instant, RFC 3339 with its offset from UTC.</summary>
    public DateTimeOffset Instant()
    {
        if (!IsKind(JsonValueKind.String)) return default;
        string text = _element.GetString()!;
        if (InstantSyntax.TryParse(text, out DateTimeOffset instant)) return instant;
        Fault($"The {_path.Name} ('{Excerpt.Of(text)}') must be {InstantSyntax.Description}.");
        return default;
    }

    /// <summary>One of the texts of an enumeration.</summary>
    public TEnum Choice<TEnum>()
        where TEnum : struct, Enum
    {
        if (!IsKind(JsonValueKind.String)) return default;
        string text = _element.GetString()!;
        if (ChoiceTexts<TEnum>.TryParse(text, out TEnum value)) return value;
        Fault($"The {_path.Name} ('{Excerpt.Of(text)}') must be one of {ChoiceTexts<TEnum>.Listed}.{NearestName.Hint(text, ChoiceTexts<TEnum>.All)}");
        return default;
    }

    /// <summary>An object; members that <paramref name="read"/> does not ask for are refused.</summary>
    public T Members<T>(Func<ObjectReader, T> read)
    {
        ObjectReader members = new(IsKind(JsonValueKind.Object) ? _element : default, _path, _faults);
        T value = read(members);
        members.RefuseTheRest();
        return value;
    }

    /// <summary>A list.</summary>
    public ImmutableArray<T> List<T>(int countMax, Func<ValueReader, T> read)
    {
        if (!IsKind(JsonValueKind.Array) || IsTooLong(_element.GetArrayLength(), countMax)) return [];
        ImmutableArray<T>.Builder values = ImmutableArray.CreateBuilder<T>(_element.GetArrayLength());
        foreach (JsonElement element in _element.EnumerateArray()) values.Add(read(new ValueReader(element, _path.Element(values.Count), _faults)));
        return values.MoveToImmutable();
    }

    /// <summary>A list with at least one entry.</summary>
    public ImmutableArray<T> FilledList<T>(int countMax, Func<ValueReader, T> read)
    {
        if (IsEmptyList) Fault($"The {_path.Name} must not be empty. Maybe leave it out: absent demands nothing.");
        return List(countMax, read);
    }

    /// <summary>An object whose keys are data.</summary>
    public SortedMap<T> Map<T>(int countMax, Func<string, string?> keyRule, Func<ValueReader, T> read)
    {
        if (!IsKind(JsonValueKind.Object) || IsTooLong(_element.GetPropertyCount(), countMax)) return [];
        Dictionary<string, T> entries = new(StringComparer.Ordinal);
        foreach (JsonProperty property in _element.EnumerateObject())
        {
            ValueReader value = new(property.Value, _path.Member(property.Name), _faults);
            if (keyRule(property.Name) is { } wrong) value.Fault($"The key '{Excerpt.Of(property.Name)}' {wrong}");
            if (!entries.TryAdd(property.Name, read(value))) value.Fault($"The key '{Excerpt.Of(property.Name)}' occurs twice.");
        }

        return entries.ToSortedMap();
    }

    /// <summary>Records a fault of this value.</summary>
    public void Fault(string message) => _faults.Add(_path, message);

    private string TextThat(Func<string, bool> isGood, Func<string, string> wrong)
    {
        if (!IsKind(JsonValueKind.String)) return "";
        string text = _element.GetString()!;
        if (!isGood(text)) Fault($"The {_path.Name} ('{Excerpt.Of(text)}') {wrong(text)}");
        return text;
    }

    private bool IsTooLong(int count, int countMax)
    {
        if (count > countMax) Fault($"The {_path.Name} must have at most {countMax} entries, but has {count}.");
        return count > countMax;
    }

    private bool IsKind(JsonValueKind kind)
    {
        if (_element.ValueKind == kind) return true;
        if (_element.ValueKind != JsonValueKind.Undefined) Fault($"The {_path.Name} must be {Kind(kind)}, not {Kind(_element.ValueKind)}.");
        return false;
    }

    private static string Kind(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
