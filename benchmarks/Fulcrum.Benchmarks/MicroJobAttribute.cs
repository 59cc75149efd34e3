using BenchmarkDotNet.Configs;

namespace Fulcrum.Benchmarks;

/// <summary>Runs a class of benchmarks as <see cref="Jobs.Micro"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MicroJobAttribute : Attribute, IConfigSource
{
    /// <inheritdoc/>
    public IConfig Config => Jobs.Micro;
}
