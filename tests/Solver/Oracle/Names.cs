namespace Fulcrum.Solver.Tests.Oracle;

/// <summary>Names that generated problems use.</summary>
internal static class Names
{
    public static readonly string[] Traits = ["arch:amd64", "arch:arm64", "service:vm", "service:kubernetes", "gpu", "legacy"];

    public static readonly string[] Services = ["service:vm", "service:kubernetes"];

    public static readonly string[] Countries = ["FR", "DE", "NL", "CH", "US", "PL"];

    public static readonly string[] Schemes = ["SecNumCloud", "C5"];

    public static readonly string[] Levels = ["type 1", "type 2"];

    public static readonly string[] KeyCustodies = ["customer", "provider", "third-party"];

    public static readonly string[] SealObjectives = ["SOV-1", "SOV-2", "SOV-5"];

    public static readonly string[] Classes = ["vcpu", "memoryMiB"];
}
