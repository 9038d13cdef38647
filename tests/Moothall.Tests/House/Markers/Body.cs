using System.IO.Compression;
using System.Net;

namespace Moothall.Tests.House.Markers;

/// <summary>All the text that an answer carries, as whoever gets it could read it.</summary>
internal static class Body
{
    /// <summary>Headers and content, character references resolved, the parts of an archive or a Word file opened.</summary>
    public static async Task<string> ReadAsync(HttpResponseMessage answer)
    {
        var headers = answer
            .Headers.Concat(answer.Content.Headers)
            .Select(header => $"{header.Key}: {string.Join(' ', header.Value)}");
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        return Uri.UnescapeDataString(string.Join('\n', headers)) + '\n' + Text(bytes);
    }

    private static string Text(byte[] bytes) =>
        bytes.AsSpan().StartsWith("PK\x03\x04"u8)
            ? Parts(bytes)
            : WebUtility.HtmlDecode(System.Text.Encoding.UTF8.GetString(bytes));

    private static string Parts(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes));
        return string.Join(
            '\n',
            archive.Entries.Select(entry =>
            {
                using var part = entry.Open();
                using var content = new MemoryStream();
                part.CopyTo(content);
                return entry.FullName + '\n' + Text(content.ToArray());
            })
        );
    }
}
