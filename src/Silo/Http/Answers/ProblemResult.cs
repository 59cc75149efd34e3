using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;

namespace Fulcrum.Silo.Http.Answers;

/// <summary>Answers with a failure.</summary>
internal sealed class ProblemResult(Failure failure) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => ProblemWriter.WriteAsync(httpContext, ProblemResource.From(failure));
}
