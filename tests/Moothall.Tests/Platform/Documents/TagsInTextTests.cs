using System.Text;
using Moothall.Platform.Documents;

namespace Moothall.Tests.Platform.Documents;

/// <summary>A list or a text with a tag in the midst of it is a list or a text; what begins with one is a page.</summary>
public sealed class TagsInTextTests
{
    [Theory]
    [InlineData("name,count\n<script>alert(1)</script>,3\n", "table.csv", true)]
    [InlineData("They wrote <html> in it.\n", "note.txt", true)]
    [InlineData("<!-- a page --><html>", "table.csv", false)]
    [InlineData(" \n<script>alert(1)</script>", "note.txt", false)]
    [InlineData("A title <html>", "note", false)]
    public void Only_what_begins_as_a_page_is_taken_for_one(string text, string name, bool accepted)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var verdict = UploadInspector.Inspect(content, name, 1000);
        Assert.Equal(accepted, verdict.Accepted);
        Assert.Equal(!accepted, verdict.Reason.StartsWith("Web pages", StringComparison.Ordinal));
    }
}
