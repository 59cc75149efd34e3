namespace Fulcrum.Solver.Model;

/// <summary>A party that controls a share of a provider.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="ShareMillionths">Share in parts per million.</param>
public sealed record Controller(string Country, int ShareMillionths);
