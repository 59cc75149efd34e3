using System.Reflection;
using System.Text.RegularExpressions;
using Fulcrum.Contracts.Errors;

namespace Fulcrum.Silo.Tests.Http;

/// <summary>Every code has a status and a line in the documentation.</summary>
public sealed partial class ErrorCodeTests
{
    [Fact]
    public void Every_code_is_mapped() => ProblemKinds.All.Select(static kind => kind.Code).ShouldBe(Codes(), ignoreOrder: true);

    [Fact]
    public void Every_code_is_documented_with_its_status()
    {
        Dictionary<string, string> documented = Row().Matches(File.ReadAllText(Checkout.PathTo("docs/errors.md")))
            .ToDictionary(static match => match.Groups["code"].Value, static match => match.Groups["status"].Value, StringComparer.Ordinal);
        documented.Keys.ShouldBe(Codes(), ignoreOrder: true);
        foreach (ProblemKind kind in ProblemKinds.All) documented[kind.Code].Split(", ").ShouldContain($"{kind.Status}", kind.Code);
    }

    [Fact]
    public void An_unknown_code_is_a_fault_of_ours() => ProblemKinds.Of("placement.unheard_of").Code.ShouldBe(ErrorCodes.Internal);

    private static string[] Codes() =>
        [.. typeof(ErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Where(static field => field.IsLiteral).Select(static field => (string)field.GetRawConstantValue()!)];

    [GeneratedRegex(@"^\| `(?<code>[a-z_.]+)` \| (?<status>[0-9, ]+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
