using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange;

namespace Fulcrum.Grains.Actors;

/// <summary>Decides what must hold of a resource before it is changed.</summary>
public static class Preconditions
{
    /// <summary>Why the precondition does not hold; null when it does.</summary>
    /// <param name="precondition">What must hold.</param>
    /// <param name="version">Present version; null when the resource does not exist.</param>
    public static (string Code, string Detail)? Refusal(Precondition precondition, long? version)
    {
        if (precondition.MustNotExist && version is not null) return (ErrorCodes.PreconditionFailed, $"It exists already, in version {version}. Read it, then change it with If-Match.");
        if (precondition.MustExist && version is null) return (ErrorCodes.NotFound, "It does not exist. Create it with If-None-Match: *.");
        if (precondition.Version is { } expected && version != expected)
        {
            return version is null
                ? (ErrorCodes.PreconditionFailed, "It does not exist. Create it with If-None-Match: *.")
                : (ErrorCodes.PreconditionFailed, $"It is in version {version}, not {expected}. Read it again, then change it.");
        }

        return null;
    }
}
