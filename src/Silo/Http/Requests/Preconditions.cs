using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Silo.Http.Answers;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace Fulcrum.Silo.Http.Requests;

/// <summary>Reads <c>If-Match</c> and <c>If-None-Match</c> of a change.</summary>
internal static class Preconditions
{
    private const string IfMatchPath = "header.If-Match";
    private const string IfNoneMatchPath = "header.If-None-Match";

    /// <summary>The precondition of a change.</summary>
    /// <param name="http">The request.</param>
    /// <param name="mayCreate">Whether the change can also make something new, which <c>If-None-Match: *</c> asks for.</param>
    /// <param name="faults">Takes the faults.</param>
    /// <exception cref="ProblemException">The request has no precondition, or one that no version meets.</exception>
    public static Precondition Read(HttpContext http, bool mayCreate, List<RequestFault> faults)
    {
        RequestHeaders headers = http.Request.GetTypedHeaders();
        bool creates = http.Request.Headers.IfNoneMatch.Count > 0;
        if (http.Request.Headers.IfMatch.Count > 0)
        {
            if (creates) faults.Add(new RequestFault(IfNoneMatchPath, "If-Match and If-None-Match exclude each other. Maybe remove one."));
            return Match(headers.IfMatch, http.Request.Headers.IfMatch.ToString(), faults);
        }

        if (creates && mayCreate) return Create(headers.IfNoneMatch, faults);
        throw ProblemException.Of(ErrorCodes.PreconditionRequired, Required(mayCreate));
    }

    private static string Required(bool mayCreate) =>
        "A change names the version that it changes: If-Match with the ETag of the last answer, or If-Match: * for whichever it is."
        + (mayCreate ? " To create something new: If-None-Match: *." : "");

    private static Precondition Match(IList<EntityTagHeaderValue> tags, string raw, List<RequestFault> faults)
    {
        if (tags.Count != 1)
        {
            faults.Add(new RequestFault(IfMatchPath, "If-Match must be * or one ETag, with its quotes, e.g. \"7\"."));
            return new Precondition();
        }

        if (tags[0].Equals(EntityTagHeaderValue.Any)) return new Precondition { MustExist = true };
        if (EntityTags.TryParse(tags[0], out long version)) return new Precondition { Version = version };
        throw ProblemException.Of(ErrorCodes.PreconditionFailed, $"No version has the ETag {raw}. Read the resource again and use the ETag of the answer.");
    }

    private static Precondition Create(IList<EntityTagHeaderValue> tags, List<RequestFault> faults)
    {
        if (tags.Count != 1 || !tags[0].Equals(EntityTagHeaderValue.Any)) faults.Add(new RequestFault(IfNoneMatchPath, "If-None-Match of a change must be *, which asks for something new."));
        return new Precondition { MustNotExist = true };
    }
}
