namespace Fulcrum.Solver.Screening;

/// <summary>What a rule says of numbered things, each judged once, when first asked for.</summary>
/// <param name="count">Numbers go from 0 to this, exclusive.</param>
/// <param name="judge">Why a number is refused, in words; null when it passes.</param>
internal sealed class Verdicts(int count, Func<int, string?> judge)
{
    /// <summary>Code of a number that passes. Larger codes stand for reasons: <see cref="FirstReason"/> for the first of <see cref="Reasons"/>, and so on.</summary>
    public const int Passed = 1;

    /// <summary>Code of the first reason.</summary>
    public const int FirstReason = 2;

    private readonly int[] _codes = new int[count];
    private readonly List<string> _reasons = [];
    private Dictionary<string, int>? _codeOf;
    private bool _isComplete;

    /// <summary>Why numbers were refused so far, each reason once.</summary>
    public IReadOnlyList<string> Reasons => _reasons;

    /// <summary>Codes by number; 0 where a number has not been judged.</summary>
    public ReadOnlySpan<int> Codes => _codes;

    /// <summary>Whether a number passes.</summary>
    public bool Pass(int number)
    {
        int code = _codes[number];
        return (code == 0 ? Judge(number) : code) == Passed;
    }

    /// <summary>Judges the numbers of some things: all there are, where that is less work.</summary>
    public void Judge(ReadOnlySpan<int> things, ReadOnlySpan<int> numberOf)
    {
        if (_isComplete) return;
        if (_codes.Length > things.Length)
        {
            foreach (int thing in things) _ = Pass(numberOf[thing]);
            return;
        }

        for (int number = 0; number < _codes.Length; number++) _ = Pass(number);
        _isComplete = true;
    }

    private int Judge(int number)
    {
        int code = judge(number) is { } reason ? CodeOf(reason) : Passed;
        _codes[number] = code;
        return code;
    }

    private int CodeOf(string reason)
    {
        _codeOf ??= new Dictionary<string, int>(StringComparer.Ordinal);
        if (_codeOf.TryGetValue(reason, out int code)) return code;
        _reasons.Add(reason);
        return _codeOf[reason] = FirstReason + _reasons.Count - 1;
    }
}
