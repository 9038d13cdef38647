using FsCheck;
using FsCheck.Fluent;
using Moothall.Platform.Documents;

namespace Moothall.Tests.Platform.Documents;

public sealed class CsvCellsTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+44 1632 960001")]
    [InlineData("-cmd|'/c calc'!A0")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1+1")]
    [InlineData("\r=1+1")]
    [InlineData("\n=1+1")]
    [InlineData("  =1+1")]
    [InlineData("＝1+1")]
    public void Text_that_begins_like_a_formula_stays_text(string text) =>
        Assert.Equal("'" + text, CsvCells.Escape(text));

    [Theory]
    [InlineData("Fly-tipping at the park", "Fly-tipping at the park")]
    [InlineData("a=b", "a=b")]
    [InlineData("", "")]
    [InlineData("   ", "   ")]
    [InlineData(null, "")]
    public void Ordinary_text_is_left_alone(string? text, string expected) =>
        Assert.Equal(expected, CsvCells.Escape(text));

    [Fact]
    public void No_cell_begins_with_a_sign_that_starts_a_formula() =>
        Prop.ForAll<string?>(text =>
                CsvCells.Escape(text) is not ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..]
                && CsvCells.Escape(text).EndsWith(text ?? "", StringComparison.Ordinal)
            )
            .QuickCheckThrowOnFailure();
}
