namespace Fulcrum.Contracts.Documents;

/// <summary>How terms are combined.</summary>
[GenerateSerializer, Alias("objective-mode")]
public enum ObjectiveMode
{
    /// <summary>Minimise the weighted sum.</summary>
    Weighted,

    /// <summary>Minimise one term after the other.</summary>
    Lexicographic,
}
