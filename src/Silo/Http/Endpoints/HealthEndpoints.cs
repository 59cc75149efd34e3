using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Exchange.Resources;
using Fulcrum.Silo.Http.Answers;
using Fulcrum.Silo.Http.Documentation;

namespace Fulcrum.Silo.Http.Endpoints;

/// <summary>Probes.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app)
    {
        RouteGroupBuilder group = app.MapGroup("/health").WithTags("Health");
        group.MapGet("live", static () => Answer(because: null)).Named("live", "Whether the process runs.").Answers<HealthResource>(200);
        group.MapGet("startup", StartupAsync).Named("startup", "Whether the silo has finished starting.").Answers<HealthResource>(200);
        group.MapGet("ready", ReadyAsync).Named("ready", "Whether the silo can serve.").Answers<HealthResource>(200);
    }

    private static async Task<IResult> StartupAsync(StartupProbe probe, CancellationToken cancellationToken) => Answer(await probe.ReasonNotStartedAsync(cancellationToken));

    private static async Task<IResult> ReadyAsync(IReadiness readiness, CancellationToken cancellationToken) => Answer(await readiness.ReasonNotReadyAsync(cancellationToken));

    private static IResult Answer(string? because) => because is null
        ? new ResourceResult<HealthResource>(StatusCodes.Status200OK, HealthResource.Ok, version: null)
        : new ProblemResult(new Failure { Code = ErrorCodes.Unavailable, Detail = because });
}
