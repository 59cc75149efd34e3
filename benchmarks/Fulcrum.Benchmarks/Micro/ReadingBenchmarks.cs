using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Fulcrum.Contracts.Documents;
using Fulcrum.Contracts.Json;
using Fulcrum.Contracts.Reading;
using Fulcrum.Workloads;

namespace Fulcrum.Benchmarks.Micro;

/// <summary>What it costs to read documents strictly, and to write them.</summary>
[MicroJob]
[BenchmarkCategory("reading")]
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private const long Seed = 1;
    private const int Pools = 1000;
    private const int Items = 8;

    private OrderDocument _order = null!;
    private byte[] _orderJson = [];
    private byte[] _federationJson = [];

    /// <summary>Writes an order of eight items and a federation of a thousand pools.</summary>
    [GlobalSetup]
    public void Setup()
    {
        FederationDocument federation = FederationGenerator.Generate(new FederationShape { Pools = Pools, Seed = Seed });
        _order = new OrderGenerator(federation.Locations, new OrderShape { Items = Items, Family = OrderFamily.Governed }).Generate(Seed);
        _orderJson = WriteOrder();
        _federationJson = JsonSerializer.SerializeToUtf8Bytes(federation, FulcrumJson.Options);
    }

    /// <summary>An order of eight items.</summary>
    [Benchmark]
    public bool ReadOrder() => DocumentReader.ReadOrder(_orderJson).IsValid;

    /// <summary>The same order, written.</summary>
    [Benchmark]
    public byte[] WriteOrder() => JsonSerializer.SerializeToUtf8Bytes(_order, FulcrumJson.Options);

    /// <summary>A federation of a thousand pools.</summary>
    [Benchmark]
    public bool ReadFederation() => DocumentReader.ReadFederation(_federationJson).IsValid;
}
