namespace Fulcrum.Contracts.Errors;

/// <summary>One thing wrong with a document.</summary>
/// <param name="Path">JSON path, e.g. <c>$.items[0].quantity</c>.</param>
/// <param name="Message">What is wrong and what to do.</param>
[GenerateSerializer, Immutable, Alias("request-fault")]
public sealed record RequestFault([property: Id(0)] string Path, [property: Id(1)] string Message);
