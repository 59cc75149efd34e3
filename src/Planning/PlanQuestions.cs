namespace Fulcrum.Planning;

/// <summary>What is to be told of an order beyond its plan.</summary>
public sealed record PlanQuestions
{
    /// <summary>Nothing more.</summary>
    public static PlanQuestions None { get; } = new();

    /// <summary>Other plans wanted.</summary>
    public int Alternatives { get; init; }

    /// <summary>Whether to tell what each rule does apart from the others, and of an infeasible order the conflict and ways out.</summary>
    public bool Explain { get; init; }

    /// <summary>Whether to tell the trade-off between price, locality and sovereignty.</summary>
    public bool Frontier { get; init; }

    /// <summary>Item and provider of the question why it is not used.</summary>
    public (string ItemId, string ProviderId)? WhyNot { get; init; }

    /// <summary>When all answers must be there; null leaves as much time as the solve may take once more.</summary>
    public DateTimeOffset? Until { get; init; }
}
