using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Exchange;
using Fulcrum.Contracts.Identity;
using Fulcrum.Contracts.Reading;

namespace Fulcrum.Client.Calls;

/// <summary>What is refused before it is sent, so that it is refused alike over every transport.</summary>
internal static class LocalChecks
{
    /// <summary>An identifier that is one.</summary>
    /// <exception cref="PlacementException">It is none.</exception>
    public static string Id(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (IdentifierSyntax.IsValid(id)) return id;
        throw PlacementException.Invalid([new RequestFault("path.id", $"The id ('{Excerpt.Of(id)}') must be an identifier: {IdentifierSyntax.Description}.")]);
    }

    /// <summary>A precondition that says something.</summary>
    /// <exception cref="PlacementException">It says nothing.</exception>
    public static Precondition Precondition(Precondition precondition)
    {
        ArgumentNullException.ThrowIfNull(precondition);
        if (precondition.Version is not null || precondition.MustExist || precondition.MustNotExist) return precondition;
        throw PlacementException.Refused(
            ErrorCodes.PreconditionRequired, "A change names the version that it changes. Maybe use Precondition.HasVersion, Precondition.Exists or Precondition.IsNew.");
    }

    /// <summary>An event query within its bounds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is out of bounds.</exception>
    public static EventQuery Events(EventQuery? query)
    {
        EventQuery checkedQuery = query ?? new EventQuery();
        if (checkedQuery.Limit is >= 1 and <= PageQuery.LimitMax) return checkedQuery;
        throw new ArgumentOutOfRangeException(nameof(query), checkedQuery.Limit, $"The limit of a page ({checkedQuery.Limit}) must be from 1 to {PageQuery.LimitMax}.");
    }

    /// <summary>A capacity query that groups by what there is.</summary>
    /// <exception cref="PlacementException">It groups by something else.</exception>
    public static CapacityQuery Capacity(CapacityQuery? query)
    {
        CapacityQuery checkedQuery = query ?? new CapacityQuery();
        RequestFault[] faults = [.. checkedQuery.GroupBy.Where(static grouping => !RequestReader.Groupings.Contains(grouping)).Select(Unknown)];
        return faults.Length == 0 ? checkedQuery : throw PlacementException.Invalid([.. faults]);
    }

    private static RequestFault Unknown(string grouping) =>
        new("query.groupBy", $"The groupBy ('{Excerpt.Of(grouping)}') must be one of {string.Join(", ", RequestReader.Groupings)}.{NearestName.Hint(grouping, RequestReader.Groupings)}");
}
