using System.Security.Cryptography;
using System.Text;
using Moothall.Platform.Spelling;

namespace Moothall.Features.CommunitySafetyHub.MeetingMinutes;

/// <summary>One heading of the minutes with what stands under it.</summary>
public sealed record SignedSection(string Heading, string Text);

/// <summary>Everything that is signed: no copy mark, no recipient, nothing that differs from copy to copy.</summary>
/// <param name="Title">Body, date and marking.</param>
/// <param name="Sections">In the order they are read.</param>
public sealed record MinutesContent(string Title, IReadOnlyList<SignedSection> Sections)
{
    /// <summary>The content of minutes as they stand, their sections in order.</summary>
    public static MinutesContent Of(string title, IEnumerable<MinutesSection> sections) =>
        new(
            title,
            [
                .. sections
                    .OrderBy(s => s.Order)
                    .ThenBy(s => s.Id)
                    .Select(s => new SignedSection(s.Heading, s.Text)),
            ]
        );
}

/// <summary>
/// The text two people sign (S1-7.2j, settled question 11). It is canonical: composed Unicode, line feeds, no white space at the
/// ends of lines or of sections. Headings start at the margin and everything under them is indented, so no wording can pass itself
/// off as another structure. Any edit a reader can see changes its hash.
/// </summary>
public static class CanonicalText
{
    /// <summary>Names the serialisation, so that a later form can never be mistaken for this one.</summary>
    private const string Form = "moothall minutes 1";

    public static string Of(MinutesContent content)
    {
        var text = new StringBuilder(Form)
            .Append('\n')
            .Append("title: ")
            .Append(Line(content.Title))
            .Append('\n');
        foreach (var section in content.Sections)
        {
            text.Append("section: ").Append(Line(section.Heading)).Append('\n');
            foreach (var line in Lines(section.Text))
            {
                text.Append("  ").Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>SHA-256 of the canonical text as UTF-8, 64 lower-case hexadecimal digits. On the screen: "text unchanged".</summary>
    public static string Hash(MinutesContent content) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Of(content))));

    /// <summary>The first 16 digits in groups of four, to compare two copies by eye. Signatures compare the whole hash.</summary>
    public static string Short(string hash) =>
        string.Join(' ', hash[..16].Chunk(4).Select(group => new string(group)));

    private static string Line(string text) =>
        string.Join(' ', Lines(text).Where(l => l.Length > 0).Select(l => l.TrimStart()));

    private static IEnumerable<string> Lines(string text)
    {
        var lines = FoldedText
            .WellFormed(text)
            .Normalize(NormalizationForm.FormC)
            .ReplaceLineEndings("\n")
            .Split('\n')
            .Select(l => l.TrimEnd())
            .ToList();
        var first = lines.FindIndex(l => l.Length > 0);
        return first < 0 ? [] : lines[first..(lines.FindLastIndex(l => l.Length > 0) + 1)];
    }
}
