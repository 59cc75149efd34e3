using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Fulcrum.Solver.Certification;

/// <summary>Feeds values to SHA-256 so that different sequences of values are different bytes: fixed widths, and a length before everything else.</summary>
internal sealed class CanonicalWriter : IDisposable
{
    private const int BufferBytes = 1 << 12;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _buffer = new byte[BufferBytes];
    private int _length;

    /// <summary>Writes an integer.</summary>
    public void Write(long value) => BinaryPrimitives.WriteInt64LittleEndian(Take(sizeof(long)), value);

    /// <summary>Writes a floating-point number by its bits.</summary>
    public void Write(double value) => Write(BitConverter.DoubleToInt64Bits(value));

    /// <summary>Writes a decimal by its value: trailing zeros make no difference.</summary>
    public void Write(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value / 1.0000000000000000000000000000m, bits);
        foreach (int part in bits) BinaryPrimitives.WriteInt32LittleEndian(Take(sizeof(int)), part);
    }

    /// <summary>Writes a text; null differs from the empty one.</summary>
    public void Write(string? value)
    {
        if (value is null)
        {
            Write(-1);
            return;
        }

        int bytes = Encoding.UTF8.GetByteCount(value);
        Write(bytes);
        if (bytes <= BufferBytes) Encoding.UTF8.GetBytes(value, Take(bytes));
        else
        {
            Flush();
            _hash.AppendData(Encoding.UTF8.GetBytes(value));
        }
    }

    /// <summary>Writes an integer that may be absent.</summary>
    public void Write(long? value)
    {
        Write(value.HasValue ? 1L : 0L);
        Write(value ?? 0);
    }

    /// <summary>Writes a decimal that may be absent.</summary>
    public void Write(decimal? value)
    {
        Write(value.HasValue ? 1L : 0L);
        Write(value ?? 0);
    }

    /// <summary>Writes a list in its order; null differs from the empty one.</summary>
    public void WriteAll<T>(IReadOnlyCollection<T>? values, Action<T> write)
    {
        Write(values is null ? -1L : values.Count);
        foreach (T value in values ?? []) write(value);
    }

    /// <summary>Writes a dictionary by its sorted keys; null differs from the empty one.</summary>
    public void WriteMap<T>(IReadOnlyDictionary<string, T>? map, Action<T> write)
    {
        if (map is null)
        {
            Write(-1L);
            return;
        }

        string[] keys = [.. map.Keys];
        Array.Sort(keys, StringComparer.Ordinal);
        Write((long)keys.Length);
        foreach (string key in keys)
        {
            Write(key);
            write(map[key]);
        }
    }

    /// <summary>Writes bytes of a known number.</summary>
    public void Write(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    /// <summary>The hash of everything written.</summary>
    public byte[] Finish()
    {
        Flush();
        return _hash.GetHashAndReset();
    }

    /// <inheritdoc />
    public void Dispose() => _hash.Dispose();

    private Span<byte> Take(int bytes)
    {
        if (_length + bytes > BufferBytes) Flush();
        Span<byte> taken = _buffer.AsSpan(_length, bytes);
        _length += bytes;
        return taken;
    }

    private void Flush()
    {
        _hash.AppendData(_buffer, 0, _length);
        _length = 0;
    }
}
