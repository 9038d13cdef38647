using Moothall.Platform.Documents;

namespace Moothall.Tests.Platform.Documents;

/// <summary>What people type into one box, as paragraphs and lists.</summary>
public sealed class TypedTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("One\nline\n\nAnother", "p:One/line|p:Another")]
    [InlineData("We will:\n- go on\n• ask\n\nThen rest", "p:We will:|l:go on,ask|p:Then rest")]
    [InlineData("-5 degrees\n– a dash is an item", "p:-5 degrees|l:a dash is an item")]
    [InlineData("- \n*bold*\n1. first", "p:-/*bold*/1. first")]
    [InlineData("- one\r\n\r\n- two", "l:one|l:two")]
    public void Hyphens_make_lists_and_empty_lines_paragraphs(string typed, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                '|',
                TypedText
                    .Blocks(typed)
                    .Select(block =>
                        block switch
                        {
                            PaperText text => $"p:{text.Text.Replace('\n', '/')}",
                            PaperBullets list => $"l:{string.Join(',', list.Items)}",
                            _ => "?",
                        }
                    )
            )
        );

    [Fact]
    public void Nothing_typed_is_lost()
    {
        foreach (var typed in NaughtyStrings.All)
        {
            var kept = string.Concat(
                TypedText
                    .Blocks(typed)
                    .Select(block =>
                        block is PaperBullets list
                            ? string.Concat(list.Items)
                            : ((PaperText)block).Text
                    )
            );
            Assert.Equal(Letters(PlainText.ForXml(typed)), Letters(kept));
        }
    }

    private static string Letters(string text) =>
        new([.. text.Where(letter => char.IsLetterOrDigit(letter))]);
}
