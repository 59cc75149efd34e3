namespace Fulcrum.Grains.Sweeping;

/// <summary>Which share of the work that all silos divide falls to this one.</summary>
public interface ISiloShare
{
    /// <summary>Number of this silo among the active ones, from 0, and how many there are.</summary>
    (int Number, int Count) Share { get; }
}
