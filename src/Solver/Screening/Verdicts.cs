namespace Fulcrum.Solver.Screening;

/// <summary>What a rule says of numbered things, each judged once, when first asked for.</summary>
/// <param name="count">Numbers go from 0 to this, exclusive.</param>
/// <param name="judge">Why a number is refused, in words; null when it passes.</param>
internal sealed class Verdicts(int count, Func<int, string?> judge)
{
    private const byte Passed = 1;
    private const byte Refused = 2;

    private readonly byte[] _verdicts = new byte[count];
    private readonly Dictionary<int, string> _reasons = [];

    /// <summary>Whether a number passes.</summary>
    public bool Pass(int number)
    {
        byte verdict = _verdicts[number];
        return verdict == 0 ? Judge(number) : verdict == Passed;
    }

    /// <summary>Why a number is refused.</summary>
    public string Reason(int number) => _reasons[number];

    private bool Judge(int number)
    {
        string? reason = judge(number);
        _verdicts[number] = reason is null ? Passed : Refused;
        if (reason is not null) _reasons[number] = reason;
        return reason is null;
    }
}
