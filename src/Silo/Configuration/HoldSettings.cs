using System.ComponentModel.DataAnnotations;

namespace Fulcrum.Silo.Configuration;

/// <summary>How long claims wait.</summary>
public sealed class HoldSettings
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Fulcrum:Holds";

    /// <summary>How long holds stay when the request does not say, in seconds.</summary>
    /// <value>Default 900, bounds 1 … 86 400.</value>
    [Range(1, 86_400)]
    public int DefaultSeconds { get; set; } = 900;

    /// <summary>Longest hold a request may ask for, in seconds.</summary>
    /// <value>Default 86 400, bounds 1 … 86 400.</value>
    [Range(1, 86_400)]
    public int MaxSeconds { get; set; } = 86_400;

    /// <summary>How long a pool that has heard nothing waits before it asks the order, in seconds.</summary>
    /// <value>Default 30, bounds 1 … 3 600.</value>
    [Range(1, 3_600)]
    public int ProbeSeconds { get; set; } = 30;

    /// <summary>How long a quote can be ordered, in seconds.</summary>
    /// <value>Default 900, bounds 1 … 86 400.</value>
    [Range(1, 86_400)]
    public int QuoteSeconds { get; set; } = 900;
}
