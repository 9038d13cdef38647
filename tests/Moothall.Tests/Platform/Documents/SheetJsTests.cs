using Moothall.Platform.Documents;

namespace Moothall.Tests.Platform.Documents;

/// <summary>A workbook is judged by the parts it has, not by types it declares for parts it has not.</summary>
public sealed class SheetJsTests
{
    [Fact]
    public void A_plain_workbook_is_taken() => Assert.Equal("", Reason());

    [Theory]
    [InlineData("xl/vbaProject.bin")]
    [InlineData("xl/workbook.bin")]
    [InlineData("xl/workbook.BIN")]
    [InlineData("xl/workbook.b%69n")]
    [InlineData("xl/workbook.bin/[0].piece")]
    public void A_part_of_a_type_that_runs_code_is_refused(string name) =>
        Assert.Contains("macros", Reason((name, [1])), StringComparison.Ordinal);

    [Fact]
    public void A_main_part_that_runs_code_is_refused() =>
        Assert.Contains(
            "macros",
            Inspect(Samples.SheetJs(Samples.BinaryWorkbookType)),
            StringComparison.Ordinal
        );

    private static string Reason(params (string Name, byte[] Content)[] more) =>
        Inspect(Samples.SheetJs(Samples.ExcelType, more));

    private static string Inspect(byte[] workbook) =>
        UploadInspector.Inspect(new MemoryStream(workbook), "list.xlsx").Reason;
}
