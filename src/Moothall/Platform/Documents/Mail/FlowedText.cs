using System.Text;

namespace Moothall.Platform.Documents.Mail;

/// <summary>Puts paragraphs together that were sent as lines of even length (RFC 3676).</summary>
internal static class FlowedText
{
    /// <summary>The text with its paragraphs whole.</summary>
    /// <param name="text">As it was sent.</param>
    /// <param name="withoutSpace">Whether the space at the end of a line that goes on is no part of the text (DelSp).</param>
    public static string Read(string text, bool withoutSpace)
    {
        var kept = new StringBuilder(text.Length);
        var (goesOn, depth) = (false, 0);
        foreach (var raw in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var quotes = raw.TakeWhile(letter => letter == '>').Count();
            var line = raw[quotes..];
            if (line.StartsWith(' '))
            {
                line = line[1..];
            }
            // The line before a signature ends with a space and goes on nowhere.
            var isSignature = line == "-- ";
            if (goesOn && (quotes != depth || isSignature))
            {
                (goesOn, _) = (false, kept.Append('\n'));
            }

            if (!goesOn && quotes > 0)
            {
                kept.Append('>', quotes).Append(' ');
            }

            goesOn = line.EndsWith(' ') && !isSignature;
            depth = quotes;
            kept.Append(goesOn && withoutSpace ? line[..^1] : line);
            if (!goesOn)
            {
                kept.Append('\n');
            }
        }

        return kept.ToString().TrimEnd('\n');
    }
}
