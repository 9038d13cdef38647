using System.Text;
using AngleSharp.Html.Dom;
using Moothall.Platform.Ui;
using Moothall.Platform.Ui.Controls;
using Moothall.Tests.Platform.Documents;

namespace Moothall.Tests.Platform.Ui;

/// <summary>Every string of the big list of naughty strings: kept and shown as it is, or refused because it can't be seen.</summary>
public sealed class NaughtyStringTests
{
    public sealed class NoteDetails
    {
        [Field("Note", Rows = 5, Limit = 10_000)]
        public string Note { get; set; } = "";

        [Field("Surname", Limit = 10_000)]
        public string Surname { get; set; } = "";
    }

    [Fact]
    public async Task Each_is_kept_exactly_or_refused_in_words_and_never_becomes_markup()
    {
        var refused = 0;
        foreach (var text in NaughtyStrings.All)
        {
            var bench = new UiBench<NoteDetails>();
            await bench.PostAsync(("Note", text), ("Surname", text));
            var kept = text.Replace("\r\n", "\n", StringComparison.Ordinal)
                .Replace('\r', '\n')
                .Trim();
            if (CanBeSeen(kept))
            {
                Assert.Null(bench.Error("Note"));
                Assert.Equal(kept, bench.Details.Note);
            }
            else
            {
                refused++;
                Assert.Contains("cannot be seen", bench.Error("Note"), StringComparison.Ordinal);
            }
            AssertShownAsTyped(bench, text);
        }
        Assert.InRange(refused, 3, 10);
    }

    private static void AssertShownAsTyped(UiBench<NoteDetails> bench, string text)
    {
        var page = bench.Draw(
            new FieldsTagHelper { For = bench.Expression(holder => holder.Details) }
        );
        var read = bench.Draw(
            new SummaryTagHelper { For = bench.Expression(holder => holder.Details) }
        );
        var allowed = new[]
        {
            "html",
            "head",
            "body",
            "div",
            "label",
            "textarea",
            "input",
            "p",
            "span",
            "dl",
            "dt",
            "dd",
        };
        Assert.All(
            page.All.Concat(read.All),
            element => Assert.Contains(element.LocalName, allowed)
        );
        Assert.All(
            page.All.Concat(read.All),
            element => Assert.DoesNotContain(element.Attributes, IsHandler)
        );
        if (CanBeSeen(text))
        {
            Assert.Equal(
                text,
                ((IHtmlInputElement)page.GetElementById("Details_Surname")!).GetAttribute("value")
            );
            Assert.Equal(
                bench.Details.Note.Length == 0 ? "Not given" : bench.Details.Note,
                read.QuerySelector("dd")!.TextContent
            );
        }
    }

    private static bool IsHandler(AngleSharp.Dom.IAttr attribute) =>
        attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
        || attribute.Name is "style" or "src";

    private static bool CanBeSeen(string text) =>
        IsWhole(text)
        && !text.Any(character =>
            char.IsControl(character) && character is not ('\n' or '\r' or '\t')
        );

    // Half a pair of UTF-16 is no character, and nothing could keep it.
    private static bool IsWhole(string text)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetByteCount(text) >= 0;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}
