using System.Globalization;

namespace Fulcrum.Benchmarks.Instances;

/// <summary>Reads the numbers of a text one after the other, whatever white space is between them.</summary>
/// <param name="name">Name of the text, for complaints.</param>
/// <param name="text">The text.</param>
internal sealed class NumberReader(string name, string text)
{
    private readonly string[] _words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    private int _position;

    /// <summary>The next number.</summary>
    /// <exception cref="FormatException">There is none, or it is not a number.</exception>
    public decimal Next()
    {
        if (_position == _words.Length) throw new FormatException($"{name} ends after {_position} numbers. Maybe it was cut off.");
        string word = _words[_position++];
        return decimal.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
            ? number
            : throw new FormatException($"{name}: '{word}', word {_position}, is not a number.");
    }

    /// <summary>The next number, which is whole and not negative.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public int NextCount()
    {
        decimal number = Next();
        return number >= 0 && number <= int.MaxValue && decimal.IsInteger(number)
            ? (int)number
            : throw new FormatException($"{name}: {number}, word {_position}, must be a whole number of at least 0.");
    }

    /// <summary>The next numbers.</summary>
    public decimal[] Next(int count) => [.. Enumerable.Range(0, count).Select(_ => Next())];

    /// <summary>The next numbers, whole and not negative.</summary>
    public int[] NextCounts(int count) => [.. Enumerable.Range(0, count).Select(_ => NextCount())];

    /// <summary>Refuses a text that goes on.</summary>
    /// <exception cref="FormatException">It does.</exception>
    public void ExpectEnd()
    {
        if (_position < _words.Length) throw new FormatException($"{name} goes on after {_position} numbers with '{_words[_position]}'. Maybe its sizes are swapped.");
    }
}
