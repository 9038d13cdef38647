using FsCheck;
using FsCheck.Fluent;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Platform.Documents;

namespace Moothall.Tests.Features.CommunitySafetyHub.MeetingMinutes;

/// <summary>How the plain text of a section is laid out.</summary>
public sealed class MinutesNotationTests
{
    [Fact]
    public void Each_sort_of_line_becomes_its_block()
    {
        var blocks = MinutesNotation
            .Blocks(
                "Body: Hub\nDate: Tuesday\n\nDecision:\n\nKeep open.\nWatch.\n\n- one\n  more\n- two\n| A | B |\n| 1 |\n| 2 | 3 | 4 |"
            )
            .ToList();
        Assert.Equal(2, Assert.IsType<PaperKeyValues>(blocks[0]).Items.Count);
        Assert.Equal("Decision", Assert.IsType<PaperHeading>(blocks[1]).Text);
        Assert.Equal("Keep open.\nWatch.", Assert.IsType<PaperText>(blocks[2]).Text);
        Assert.Equal(["one\nmore", "two"], Assert.IsType<PaperBullets>(blocks[3]).Items);
        var table = Assert.IsType<PaperTable>(blocks[4]);
        Assert.Equal(
            [
                ["1", ""],
                ["2", "3 / 4"],
            ],
            table.Rows
        );
    }

    [Fact]
    public void A_cell_cannot_end_its_cell_or_row()
    {
        Assert.Equal("| a / b c | – |", MinutesNotation.Row("a | b\nc", " "));
    }

    [Fact]
    public void No_text_is_an_error_and_no_word_is_lost()
    {
        var line = Gen.Elements(
            "|",
            "| a | b |",
            "||",
            "- x",
            "-",
            "  y",
            "k: v",
            "k:",
            "",
            "w w",
            "- "
        );
        Prop.ForAll(
                line.ListOf().ToArbitrary(),
                lines =>
                {
                    var text = string.Join('\n', lines);
                    var shown = string.Concat(MinutesNotation.Blocks(text).Select(Words));
                    return Letters(shown) == Letters(text);
                }
            )
            .QuickCheckThrowOnFailure();
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter));

    private static string Words(PaperBlock block) =>
        block switch
        {
            PaperHeading heading => heading.Text,
            PaperText text => text.Text,
            PaperBullets bullets => string.Concat(bullets.Items),
            PaperKeyValues facts => string.Concat(facts.Items.Select(i => i.Key + i.Value)),
            PaperTable table => string.Concat(table.Headers)
                + string.Concat(table.Rows.SelectMany(row => row)),
            _ => throw new NotSupportedException(),
        };
}
