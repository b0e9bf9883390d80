using System.Text;
using System.Text.Unicode;

namespace BuildingQuota.Features.Imports.Tables;

/// <summary>
/// Tells how a text file is encoded: byte order mark, UTF-16 by its zero bytes, strict UTF-8, then GB18030 (which holds GBK).
/// </summary>
internal static class TextEncoding
{
    private const int Sample = 4096;

    static TextEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The text in UTF-8 without a mark; UTF-8 is passed on as it is.</summary>
    public static byte[] ToUtf8(byte[] bytes)
    {
        var (encoding, mark) = Marked(bytes);
        if (encoding is not null) return Strict(encoding, bytes.AsSpan(mark)) ?? throw new UnreadableFileException("file.encoding-unknown");
        if (Utf8.IsValid(bytes))
            return bytes.AsSpan().Contains((byte)0) ? throw new UnreadableFileException("file.encoding-unknown") : bytes;
        return Strict(Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback), bytes)
            ?? throw new UnreadableFileException("file.encoding-unknown");
    }

    private static (Encoding? Encoding, int Mark) Marked(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF])) return (new UTF8Encoding(false, true), 3);
        if (bytes.StartsWith<byte>([0xFF, 0xFE])) return (new UnicodeEncoding(false, false, true), 2);
        if (bytes.StartsWith<byte>([0xFE, 0xFF])) return (new UnicodeEncoding(true, false, true), 2);
        return (Utf16WithoutMark(bytes), 0);
    }

    /// <summary>The separators, digits and line ends of a table make every few bytes zero, on one side only.</summary>
    private static UnicodeEncoding? Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, Sample)];
        int even = 0, odd = 0;
        for (var at = 0; at < sample.Length; at++)
        {
            if (sample[at] == 0 && at % 2 == 0) even++;
            else if (sample[at] == 0) odd++;
        }

        if (Math.Max(even, odd) * 20 < sample.Length || Math.Min(even, odd) * 4 > Math.Max(even, odd)) return null;
        return new UnicodeEncoding(bigEndian: even > odd, byteOrderMark: false, throwOnInvalidBytes: true);
    }

    private static byte[]? Strict(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            var text = encoding.GetString(bytes);
            return text.Contains('\0', StringComparison.Ordinal) ? null : Encoding.UTF8.GetBytes(text);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
