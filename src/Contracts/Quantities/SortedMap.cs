using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace Fulcrum.Contracts.Quantities;

/// <summary>An immutable map with text keys in ordinal order and value equality.</summary>
/// <typeparam name="TValue">Type of the values.</typeparam>
[GenerateSerializer, Immutable, Alias("sorted-map`1")]
[JsonConverter(typeof(SortedMapConverterFactory))]
[CollectionBuilder(typeof(SortedMap), nameof(SortedMap.Create))]
public sealed class SortedMap<TValue> : IReadOnlyDictionary<string, TValue>, IEquatable<SortedMap<TValue>>
{
    [Id(0)] private readonly string[] _keys;
    [Id(1)] private readonly TValue[] _values;

    internal SortedMap(string[] keys, TValue[] values)
    {
        _keys = keys;
        _values = values;
    }

    /// <summary>A map without entries.</summary>
    public static SortedMap<TValue> Empty { get; } = new([], []);

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _keys;

    /// <inheritdoc/>
    public IEnumerable<TValue> Values => _values;

    /// <inheritdoc/>
    public int Count => _keys.Length;

    /// <inheritdoc/>
    public TValue this[string key] => TryGetValue(key, out TValue? value) ? value : throw new KeyNotFoundException($"The map has no key '{key}'.");

    /// <inheritdoc/>
    public bool ContainsKey(string key) => IndexOf(key) >= 0;

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out TValue value)
    {
        int index = IndexOf(key);
        value = index < 0 ? default : _values[index];
        return index >= 0;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, TValue>> GetEnumerator()
    {
        for (int i = 0; i < _keys.Length; i++) yield return new KeyValuePair<string, TValue>(_keys[i], _values[i]);
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(SortedMap<TValue>? other) =>
        other is not null && _keys.AsSpan().SequenceEqual(other._keys) && _values.AsSpan().SequenceEqual(other._values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SortedMap<TValue>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (string key in _keys) hash.Add(key, StringComparer.Ordinal);
        foreach (TValue value in _values) hash.Add(value);
        return hash.ToHashCode();
    }

    /// <summary>The key at a position.</summary>
    internal string KeyAt(int position) => _keys[position];

    /// <summary>The value at a position.</summary>
    internal TValue ValueAt(int position) => _values[position];

    /// <summary>The same keys with other values.</summary>
    internal SortedMap<TOther> Select<TOther>(Func<TValue, TOther> other) => new(_keys, Array.ConvertAll(_values, value => other(value)));

    private int IndexOf(string key) => Array.BinarySearch(_keys, key, StringComparer.Ordinal);
}
