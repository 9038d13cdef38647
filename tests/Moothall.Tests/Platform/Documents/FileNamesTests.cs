using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Moothall.Platform.Documents;

namespace Moothall.Tests.Platform.Documents;

public sealed class FileNamesTests
{
    [Theory]
    [InlineData("minutes.pdf", "minutes.pdf")]
    [InlineData(@"C:\Users\me\My plan.docx", "My plan.docx")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("a\0b\r\nc.txt", "abc.txt")]
    [InlineData("report\u202Efdp.exe", "reportfdp.exe")]
    [InlineData("a\u2066b\u2069\u200F.txt", "ab.txt")]
    [InlineData("Cofnodion – Gorffennaf ŵŷ.docx", "Cofnodion – Gorffennaf ŵŷ.docx")]
    [InlineData("протокол 会议 جلسه.pdf", "протокол 会议 جلسه.pdf")]
    [InlineData("e\u0301.txt", "é.txt")]
    [InlineData("what? <now>: \"a|b*\".txt", "what- -now-- -a-b--.txt")]
    [InlineData("  .hidden. ", "hidden")]
    [InlineData("con.txt", "_con.txt")]
    [InlineData("COM1", "_COM1")]
    [InlineData("...", "file")]
    [InlineData("", "file")]
    [InlineData("half \ud83d.txt", "half .txt")]
    public void Names_are_cleaned(string given, string clean) =>
        Assert.Equal(clean, FileNames.Clean(given));

    [Fact]
    public void Long_name_keeps_its_ending_and_whole_characters()
    {
        var name = FileNames.Clean(string.Concat(Enumerable.Repeat("👩🏽‍🚒", 40)) + ".docx");
        Assert.True(name.Length <= 120);
        Assert.EndsWith("👩🏽‍🚒.docx", name, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_clean_name_is_safe_and_stays_as_it_is()
    {
        Assert.All(NaughtyStrings.All, text => Assert.True(IsSafe(text), text));
        Prop.ForAll<string?>(text => IsSafe(text ?? "")).QuickCheckThrowOnFailure();
    }

    private static bool IsSafe(string given)
    {
        var name = FileNames.Clean(given);
        return name.Length is > 0 and <= 121
            && name.IndexOfAny(['/', '\\', '<', '>', ':', '"', '|', '?', '*', '\0', '\u202E']) < 0
            && !name.Any(char.IsControl)
            && name.IsNormalized(NormalizationForm.FormC)
            && FileNames.Clean(name) == name;
    }
}
