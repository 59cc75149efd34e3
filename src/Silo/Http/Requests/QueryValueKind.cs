namespace Fulcrum.Silo.Http.Requests;

/// <summary>What a query parameter is.</summary>
internal enum QueryValueKind
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>An identifier.</summary>
    Id,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>One of some texts.</summary>
    Choice,

    /// <summary>Several texts, separated by commas or given several times.</summary>
    Texts,
}
