using System.Collections.Immutable;
using System.Text;
using Fulcrum.Contracts.Errors;
using Fulcrum.Contracts.Reading;

namespace Fulcrum.Contracts.Tests.Reading;

/// <summary>Whatever bytes arrive, a reader answers with a document or with faults; it never throws.</summary>
public sealed class MutationTests
{
    private const int Rounds = 4_000;

    private static readonly string[] Pieces =
    [
        "null", "true", "-1", "1e400", "1e-400", "0.1", "\"\"", "\"x\"", "[]", "{}", "[[]]", "\\u0000", "\\ud800", "\"", "{", "}", "[", "]", ",", ":", " ", "\n",
        "\"id\"", "\"id\": 1,", "99999999999999999999", "EU", "é",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Spoilt_federations_never_throw(int seed) => Spoil(Documents.Federation, seed, static utf8 => DocumentReader.ReadFederation(utf8) is { } read ? (read.Value is null, read.Faults) : default);

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Spoilt_orders_never_throw(int seed) => Spoil(Documents.Order, seed, static utf8 => DocumentReader.ReadOrder(utf8) is { } read ? (read.Value is null, read.Faults) : default);

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    public void Spoilt_plans_never_throw(int seed) => Spoil(Documents.Decision, seed, static utf8 => DocumentReader.ReadDecision(utf8) is { } read ? (read.Value is null, read.Faults) : default);

    private static void Spoil(string document, int seed, Func<ReadOnlyMemory<byte>, (bool IsAbsent, ImmutableArray<RequestFault> Faults)> read)
    {
        Random random = new(seed);
        for (int i = 0; i < Rounds; i++)
        {
            byte[] spoilt = Mutate(Encoding.UTF8.GetBytes(document), random);
            (bool isAbsent, ImmutableArray<RequestFault> faults) = read(spoilt);
            isAbsent.ShouldBe(!faults.IsEmpty, $"seed {seed}, round {i}");
            faults.All(static fault => fault.Path.StartsWith('$') && fault.Message.Length > 0).ShouldBeTrue($"seed {seed}, round {i}");
        }
    }

    private static byte[] Mutate(byte[] document, Random random)
    {
        for (int times = random.Next(1, 4); times > 0; times--)
        {
            int at = random.Next(document.Length);
            int length = random.Next(Math.Min(20, document.Length - at));
            document = random.Next(4) switch
            {
                0 => [.. document[..at], (byte)random.Next(256), .. document[(at + 1)..]],
                1 => [.. document[..at], .. document[(at + length)..]],
                2 => [.. document[..at], .. Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]), .. document[at..]],
                _ => ReplaceValue(document, at, random),
            };
        }

        return document;
    }

    private static byte[] ReplaceValue(byte[] document, int at, Random random)
    {
        int colon = document.AsSpan(at).IndexOf((byte)':');
        if (colon < 0) return document;
        int start = at + colon + 1;
        int length = document.AsSpan(start).IndexOfAny(",}]"u8);
        return length < 0 ? document : [.. document[..start], .. Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]), .. document[(start + length)..]];
    }
}
