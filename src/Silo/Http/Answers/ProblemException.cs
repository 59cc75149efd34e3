using System.Collections.Immutable;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange;

namespace Fulcrum.Silo.Http.Answers;

/// <summary>Ends a request with a problem.</summary>
internal sealed class ProblemException(Failure failure) : Exception(failure.Detail)
{
    public Failure Failure { get; } = failure;

    /// <summary>A request that breaks rules of its form.</summary>
    public static ProblemException Invalid(ImmutableArray<RequestFault> faults)
    {
        string detail = faults.Length == 1 ? faults[0].Message : $"The request has {faults.Length} faults; see errors.";
        return new ProblemException(new Failure { Code = ErrorCodes.RequestInvalid, Detail = detail, Faults = faults });
    }

    /// <summary>A request refused for one reason.</summary>
    public static ProblemException Of(string code, string detail) => new(new Failure { Code = code, Detail = detail });
}
