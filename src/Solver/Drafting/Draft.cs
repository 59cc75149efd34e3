namespace Fulcrum.Solver.Drafting;

/// <summary>A plan in the making: for each item the ways it uses, with replicas. What is placed of an item is never changed in place, so that drafts share it.</summary>
internal sealed class Draft
{
    private readonly Part[][] _parts;

    /// <summary>A draft in which nothing is placed.</summary>
    public Draft(int items)
    {
        _parts = new Part[items][];
        Array.Fill(_parts, []);
    }

    private Draft(Part[][] parts) => _parts = parts;

    /// <summary>Replicas of an item in one way.</summary>
    public readonly record struct Part(int Way, int Replicas);

    /// <summary>Number of items.</summary>
    public int Items => _parts.Length;

    /// <summary>The parts of an item; another array whenever they are others.</summary>
    public Part[] Of(int item) => _parts[item];

    /// <summary>A draft with the same parts, to be changed apart from this one.</summary>
    public Draft Copy() => new([.. _parts]);

    /// <summary>Takes away all replicas of an item.</summary>
    public void Clear(int item) => _parts[item] = [];

    /// <summary>Adds replicas of an item in a way.</summary>
    public void Add(int item, int way, int replicas)
    {
        Part[] parts = _parts[item];
        int known = Array.FindIndex(parts, part => part.Way == way);
        if (known < 0) _parts[item] = [.. parts, new Part(way, replicas)];
        else if (parts[known].Replicas + replicas == 0) _parts[item] = [.. parts[..known], .. parts[(known + 1)..]];
        else
        {
            Part[] changed = [.. parts];
            changed[known] = new Part(way, parts[known].Replicas + replicas);
            _parts[item] = changed;
        }
    }
}
