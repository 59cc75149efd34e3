using System.Collections.Immutable;
using System.Text.Json;

namespace Fulcrum.Silo.Http.Requests;

/// <summary>A query parameter that an endpoint takes. Read by <see cref="QueryReader"/>, shown in the OpenAPI document.</summary>
/// <param name="Name">Name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Description">In words.</param>
internal sealed record QueryParameter(string Name, QueryValueKind Kind, string Description)
{
    /// <summary>Path of its faults.</summary>
    public string Path => $"query.{Name}";

    /// <summary>Least whole number.</summary>
    public int Min { get; init; }

    /// <summary>Largest whole number.</summary>
    public int Max { get; init; }

    /// <summary>Whole number when absent.</summary>
    public int Default { get; init; }

    /// <summary>Accepted texts; empty accepts any.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>A parameter whose values are those of an enumeration.</summary>
    public static QueryParameter Of<TEnum>(string name, string description)
        where TEnum : struct, Enum => new(name, QueryValueKind.Choice, description)
        {
            Choices = [.. Enum.GetNames<TEnum>().Select(JsonNamingPolicy.CamelCase.ConvertName)],
        };
}
