using BenchmarkDotNet.Configs;

namespace Fulcrum.Benchmarks;

/// <summary>Runs a class of benchmarks as <see cref="Jobs.Macro"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MacroJobAttribute : Attribute, IConfigSource
{
    /// <inheritdoc/>
    public IConfig Config => Jobs.Macro;
}
