using Fulcrum.Benchmarks.Contenders;

namespace Fulcrum.Benchmarks.Instances;

/// <summary>What was found for an instance of a public set.</summary>
/// <param name="Instance">The instance.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Objective">Value of the plan as the checker computes it, EUR per month; null without a plan.</param>
/// <param name="Bound">EUR per month; null when nothing is known.</param>
internal sealed record InstanceResult(PublishedInstance Instance, Answer Answer, decimal? Objective, decimal? Bound)
{
    /// <summary>Published values have three decimals or fewer digits than that.</summary>
    private const decimal Tolerance = 1e-6m;

    /// <summary>(objective − published) ÷ published; null without a plan.</summary>
    public decimal? Difference => (Objective - Instance.Published) / Instance.Published;

    /// <summary>Whether the plan is as good as the published one, or better.</summary>
    public bool IsReached => Difference <= Tolerance;

    /// <summary>Whether plan and proof contradict what is published.</summary>
    public bool IsContradiction => (Instance.IsProved && Difference < -Tolerance) || (Bound - Instance.Published) / Instance.Published > Tolerance;

    /// <summary>Whether the published value was reached and proved best.</summary>
    public bool IsProved => IsReached && Answer.IsProved;

    /// <summary>Checks and values an answer.</summary>
    /// <exception cref="Solving.WrongAnswerException">The plan breaks a rule.</exception>
    public static InstanceResult Of(PublishedInstance instance, Answer answer) => new(
        instance,
        answer,
        answer.Plan is { } plan ? PlanValue.ToEuros(PlanValue.Of(instance.Problem.Value, plan)) : null,
        answer.Bound is { } bound ? PlanValue.ToEuros(bound) : null);
}
