using Moothall.Features.CommunitySafetyHub.Import;
using Moothall.Tests.Hosting;
using Moothall.Tests.Platform.Documents.Tables;

namespace Moothall.Tests.Features.CommunitySafetyHub.Import;

/// <summary>Brings files in through the real pages.</summary>
internal static class Bringing
{
    /// <summary>Sends a list of these lines.</summary>
    public static Task<Page> UploadAsync(Browser browser, ImportKind kind, string lines) =>
        UploadAsync(browser, kind, "list.csv", TableFiles.Bytes(lines));

    /// <summary>Sends a file by the first page's form; the answer is the next page, or the same with its errors.</summary>
    public static async Task<Page> UploadAsync(
        Browser browser,
        ImportKind kind,
        string name,
        byte[] content,
        string heldOn = ""
    )
    {
        var page = await browser.GetAsync($"/BringIn?Kind={kind}");
        return await browser.UploadAsync(
            page,
            "Continue",
            "Upload",
            name,
            content,
            ("Input.Kind", kind.ToString()),
            ("Input.HeldOn", heldOn)
        );
    }

    /// <summary>Answers the questions with what is filled in, or with these, and goes to the preview.</summary>
    public static Task<Page> AnswerAsync(
        Browser browser,
        Page recognised,
        params (string Words, string Choice)[] answers
    ) =>
        browser.PostAsync(
            recognised,
            fields:
            [
                .. answers.Select(answer =>
                {
                    var label = recognised
                        .Document.QuerySelectorAll("main label")
                        .Single(one =>
                            one.TextContent.Contains(answer.Words, StringComparison.Ordinal)
                        );
                    var select = recognised.Document.GetElementById(label.GetAttribute("for")!)!;
                    var option = select
                        .QuerySelectorAll("option")
                        .Single(one =>
                            one.TextContent.Contains(answer.Choice, StringComparison.Ordinal)
                        );
                    return (select.GetAttribute("name")!, option.GetAttribute("value"));
                }),
            ]
        );

    /// <summary>What a column is read as, in the words of the page.</summary>
    public static string Shown(Page recognised, string heading)
    {
        var label = recognised
            .Document.QuerySelectorAll("main label")
            .Single(one => one.TextContent == $"{heading}: this column is");
        return recognised
            .Document.GetElementById(label.GetAttribute("for")!)!
            .QuerySelectorAll("option[selected]")
            .Single()
            .TextContent;
    }

    /// <summary>All the way, with what is filled in.</summary>
    public static async Task<Page> BringAsync(
        Browser browser,
        ImportKind kind,
        string name,
        byte[] content,
        string heldOn = ""
    )
    {
        var recognised = await UploadAsync(browser, kind, name, content, heldOn);
        Assert.Empty(recognised.Errors);
        var preview = await AnswerAsync(browser, recognised);
        return await browser.PostAsync(preview, "Bring it in");
    }
}
