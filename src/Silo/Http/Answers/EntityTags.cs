using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace Fulcrum.Silo.Http.Answers;

/// <summary>Entity tags are version numbers in quotes.</summary>
internal static class EntityTags
{
    /// <summary>The tag of a version.</summary>
    public static string Of(long version) => $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";

    /// <summary>The tag of a version, for comparison.</summary>
    public static EntityTagHeaderValue HeaderOf(long version) => new(Of(version));

    /// <summary>Reads the version of a strong tag.</summary>
    public static bool TryParse(EntityTagHeaderValue tag, out long version)
    {
        version = 0;
        return !tag.IsWeak && tag.Tag.Length > 2
            && long.TryParse(tag.Tag.AsSpan(1, tag.Tag.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out version);
    }
}
