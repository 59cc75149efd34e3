namespace Fulcrum.Solver.Drafting;

/// <summary>A plan in the making: for each item the ways it uses, with replicas.</summary>
internal sealed class Draft
{
    private readonly List<Part>[] _parts;

    /// <summary>A draft in which nothing is placed.</summary>
    public Draft(int items) => _parts = [.. Enumerable.Range(0, items).Select(static _ => new List<Part>())];

    private Draft(List<Part>[] parts) => _parts = parts;

    /// <summary>Replicas of an item in one way.</summary>
    public readonly record struct Part(int Way, int Replicas);

    /// <summary>Number of items.</summary>
    public int Items => _parts.Length;

    /// <summary>The parts of an item.</summary>
    public List<Part> Of(int item) => _parts[item];

    /// <summary>A draft that shares nothing with this one.</summary>
    public Draft Copy() => new([.. _parts.Select(static parts => new List<Part>(parts))]);

    /// <summary>Adds replicas of an item in a way.</summary>
    public void Add(int item, int way, int replicas)
    {
        List<Part> parts = _parts[item];
        int known = parts.FindIndex(part => part.Way == way);
        if (known < 0) parts.Add(new Part(way, replicas));
        else if (parts[known].Replicas + replicas == 0) parts.RemoveAt(known);
        else parts[known] = new Part(way, parts[known].Replicas + replicas);
    }
}
