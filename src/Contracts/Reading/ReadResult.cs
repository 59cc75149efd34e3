using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Fulcrum.Contracts.Errors;

namespace Fulcrum.Contracts.Reading;

/// <summary>A document, or everything that is wrong with it.</summary>
/// <typeparam name="T">Type of the document.</typeparam>
/// <param name="Value">The document; absent when there are faults.</param>
/// <param name="Faults">Everything found wrong; empty for a valid document.</param>
public sealed record ReadResult<T>(T? Value, ImmutableArray<RequestFault> Faults)
    where T : notnull
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool IsValid => Faults.IsEmpty;

    /// <summary>Gets the document when nothing is wrong.</summary>
    public bool TryGet([NotNullWhen(true)] out T? value)
    {
        value = Value;
        return IsValid && value is not null;
    }
}
