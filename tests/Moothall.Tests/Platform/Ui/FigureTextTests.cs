using Moothall.Platform.Ui;

namespace Moothall.Tests.Platform.Ui;

/// <summary>Figures and money as people type them.</summary>
public sealed class FigureTextTests
{
    [Theory]
    [InlineData("1,250", 1250.0)]
    [InlineData("1,250,000.5", 1250000.5)]
    [InlineData("-1,250", -1250.0)]
    [InlineData("12,5", null)]
    [InlineData("1,2,3", null)]
    [InlineData("0,5", null)]
    [InlineData("1234,567", null)]
    [InlineData(" 3.5 ", 3.5)]
    [InlineData("-2", -2.0)]
    [InlineData("65.8%", 65.8)]
    [InlineData("1.23456", null)]
    [InlineData("ten", null)]
    [InlineData("1e9", null)]
    [InlineData("9999999999999999", null)]
    [InlineData("", null)]
    public void A_figure_is_read_or_refused(string text, double? figure) =>
        Assert.Equal((decimal?)figure, FigureText.Read(text));

    [Theory]
    [InlineData("1,340", 1340)]
    [InlineData(" 6 ", 6)]
    [InlineData("13,40", null)]
    [InlineData("-2", -2)]
    [InlineData("3.5", null)]
    [InlineData("12%", null)]
    [InlineData("1e3", null)]
    [InlineData("99999999999", null)]
    [InlineData("", null)]
    public void A_whole_number_may_have_its_thousands_marked(string text, int? number) =>
        Assert.Equal(number, FigureText.ReadWhole(text));

    [Theory]
    [InlineData("£1,250", 125000L)]
    [InlineData("99.5", 9950L)]
    [InlineData("1,5", null)]
    [InlineData("99.555", null)]
    [InlineData("-1", null)]
    [InlineData("free", null)]
    public void Money_is_read_into_whole_pence(string text, long? pence) =>
        Assert.Equal(pence, FigureText.ReadPence(text));

    [Theory]
    [InlineData(125000L, "£1,250")]
    [InlineData(9950L, "£99.50")]
    [InlineData(0L, "£0")]
    public void Money_is_written_in_pounds(long pence, string words) =>
        Assert.Equal(words, FigureText.Money(pence));
}
