using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Fulcrum.Contracts.Reading;

/// <summary>Turns bytes into JSON, or says where they stop being JSON.</summary>
internal static class JsonSource
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = DocumentLimits.JsonDepthMax };
    private static readonly JsonReaderOptions TokenOptions = new() { MaxDepth = DocumentLimits.JsonDepthMax };
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>Parses a document; a fault is recorded when the answer is null.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> utf8, int bytesMax, FaultList faults)
    {
        if (utf8.Length > bytesMax)
        {
            faults.Add(NodePath.Root, $"The document has {utf8.Length} bytes; at most {bytesMax} are accepted. Maybe split it.");
            return null;
        }

        if (utf8.Span.Trim(" \t\r\n"u8).IsEmpty) return Refuse([], 0, "There is no JSON here, the document is empty.", faults);
        ReadOnlyMemory<byte> text = utf8.Span.StartsWith(ByteOrderMark) ? utf8[ByteOrderMark.Length..] : utf8;
        return WrongText(text.Span) is { } position ? Refuse(text.Span, position, "The text is not valid Unicode.", faults) : Parse(text, faults);
    }

    private static JsonDocument? Parse(ReadOnlyMemory<byte> text, FaultList faults)
    {
        try
        {
            return JsonDocument.Parse(text, Options);
        }
        catch (JsonException exception)
        {
            int position = Position(text.Span, exception.LineNumber ?? 0, exception.BytePositionInLine ?? 0);
            return Refuse(text.Span, position, $"The JSON is malformed: {Reason(exception)}", faults);
        }
    }

    private static JsonDocument? Refuse(ReadOnlySpan<byte> text, int position, string message, FaultList faults)
    {
        ReadOnlySpan<byte> before = text[..position];
        int line = before.Count((byte)'\n') + 1;
        int column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
        faults.Add(NodePath.Root, $"Line {line}, column {column}: {message}");
        return null;
    }

    private static int Position(ReadOnlySpan<byte> text, long line, long bytePositionInLine)
    {
        int start = 0;
        for (long i = 0; i < line; i++) start += text[start..].IndexOf((byte)'\n') + 1;
        return (int)Math.Min(text.Length, start + bytePositionInLine);
    }

    private static string Reason(JsonException exception)
    {
        int end = exception.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        string reason = end < 0 ? exception.Message : exception.Message[..end];
        return reason.Replace(" Change the reader options.", "", StringComparison.Ordinal);
    }

    private static int? WrongText(ReadOnlySpan<byte> text)
    {
        if (!Utf8.IsValid(text)) return ValidLength(text);
        return text.IndexOf("\\u"u8) < 0 ? null : WrongEscape(text);
    }

    private static int ValidLength(ReadOnlySpan<byte> text)
    {
        int length = 0;
        while (Rune.DecodeFromUtf8(text[length..], out _, out int consumed) == System.Buffers.OperationStatus.Done) length += consumed;
        return length;
    }

    private static int? WrongEscape(ReadOnlySpan<byte> text)
    {
        Utf8JsonReader reader = new(text, TokenOptions);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped) reader.GetString();
            }
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            return (int)reader.TokenStartIndex;
        }

        return null;
    }
}
