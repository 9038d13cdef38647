using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Moothall.Platform.Documents;

/// <summary>Paragraphs and runs of Word from plain text: line breaks and tabs kept, right-to-left text set as such.</summary>
internal static class WordText
{
    public static Paragraph Paragraph(string text, string? style = null)
    {
        var properties = new ParagraphProperties();
        if (style is not null)
        {
            properties.ParagraphStyleId = new ParagraphStyleId { Val = style };
        }

        if (PlainText.RunsRightToLeft(text))
        {
            properties.BiDi = new BiDi();
        }

        return new Paragraph(properties, Run(text));
    }

    public static Run Run(string text)
    {
        var run = new Run();
        if (PlainText.RunsRightToLeft(text))
        {
            run.RunProperties = new RunProperties(new RightToLeftText());
        }

        var lines = PlainText.Lines(text);
        for (var line = 0; line < lines.Length; line++)
        {
            if (line > 0)
            {
                run.Append(new Break());
            }

            var parts = lines[line].Split('\t');
            for (var part = 0; part < parts.Length; part++)
            {
                if (part > 0)
                {
                    run.Append(new TabChar());
                }

                if (parts[part].Length > 0)
                {
                    run.Append(
                        new Text(parts[part]) { Space = SpaceProcessingModeValues.Preserve }
                    );
                }
            }
        }

        return run;
    }
}
