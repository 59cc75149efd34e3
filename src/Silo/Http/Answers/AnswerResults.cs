using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;

namespace Fulcrum.Silo.Http.Answers;

/// <summary>Turns what the gateway answers into what HTTP answers.</summary>
internal static class AnswerResults
{
    /// <summary>The resource with its status: 202 while a change is being driven to completion, 201 when it is new, else 200.</summary>
    /// <param name="answer">What the gateway answers.</param>
    /// <param name="map">Makes the resource.</param>
    /// <param name="location">Path of the resource; absent where nothing can be new.</param>
    public static IResult ToResult<TView, TResource>(this Answer<TView> answer, Func<TView, TResource> map, Func<TView, string>? location = null)
    {
        if (answer.Failure is { } failure) return new ProblemResult(failure);
        TView value = ValueOf(answer);
        return new ResourceResult<TResource>(StatusOf(answer), map(value), answer.Version) { Location = answer.Created ? location?.Invoke(value) : null };
    }

    /// <summary>The answer to a read of something whose version covers all that is shown of it: 304 when the client has that version.</summary>
    public static IResult ToCoveredResult<TView, TResource>(this Answer<TView> answer, Func<TView, TResource> map) => answer.Failure is { } failure
        ? new ProblemResult(failure)
        : new ResourceResult<TResource>(StatusCodes.Status200OK, map(ValueOf(answer)), answer.Version) { IsCovered = true };

    /// <summary>A page of resources.</summary>
    public static IResult ToListResult<TView, TResource>(this Answer<Page<TView>> answer, Func<TView, TResource> map) =>
        answer.ToResult(page => ListResources.From(page, map));

    private static T ValueOf<T>(Answer<T> answer) => answer.Value ?? throw new InvalidOperationException("The gateway answered with neither a value nor a failure.");

    private static int StatusOf<T>(Answer<T> answer) =>
        answer.Pending ? StatusCodes.Status202Accepted : answer.Created ? StatusCodes.Status201Created : StatusCodes.Status200OK;
}
