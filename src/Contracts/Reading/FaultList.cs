using System.Collections.Immutable;
using Fulcrum.Contracts.Errors;

namespace Fulcrum.Contracts.Reading;

/// <summary>Collects what is wrong with a document: the first <see cref="DocumentLimits.FaultsMax"/> one by one, the rest as a count.</summary>
public sealed class FaultList
{
    private readonly List<RequestFault> _faults = [];
    private int _more;

    /// <summary>Whether nothing is wrong so far.</summary>
    public bool IsEmpty => _faults.Count == 0;

    /// <summary>Records a fault.</summary>
    public void Add(NodePath path, string message)
    {
        if (_faults.Count == DocumentLimits.FaultsMax) _more++;
        else _faults.Add(new RequestFault(path.ToString(), message));
    }

    /// <summary>All faults, closed by a count of those beyond the limit.</summary>
    public ImmutableArray<RequestFault> ToImmutable() => _more == 0
        ? [.. _faults]
        : [.. _faults, new RequestFault(NodePath.Root.ToString(), $"… and {_more} more.")];
}
