using System.Text;
using AngleSharp.Dom;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Plan.Import;

/// <summary>Brings plans in through the real pages.</summary>
internal static class BringingPlans
{
    public const string Text =
        "Testbourne Community Safety Plan 2026-29\n\nOur priorities are:\n- Anti-social behaviour (ASB)\n- Fraud\n\n"
        + "Action\tResponsible agency\tPriorities met\tTarget date\n"
        + "Run two weeks of action\tTestbourne Council\tAnti-social behaviour (ASB)\tMarch 2027\n"
        + "Keep the helpline\tHelpline Trust\tFraud; Anti-social behaviour\tOngoing\n"
        + "A line that nobody reads\n";

    public static async Task<Guid> MadeAsync(Moot moot)
    {
        using var carys = await moot.AsAsync(People.Coordinator);
        var look = await UploadAsync(carys, "plan.txt", Encoding.UTF8.GetBytes(Text));
        var made = await carys.PostAsync(await carys.PostAsync(look), "Make this the plan");
        return Guid.Parse(made.Path.Split('/')[^1]);
    }

    public static async Task<Page> UploadAsync(Browser browser, string? name, byte[] content)
    {
        var page = await browser.GetAsync("/Plan/BringIn");
        return await browser.UploadAsync(page, "Continue", "Upload", name, content);
    }

    /// <summary>The question above a list.</summary>
    public static string LabelOf(Page page, IElement control) =>
        page.Document.QuerySelector($"label[for='{control.Id}']")?.TextContent ?? "";

    /// <summary>The list that answers a question.</summary>
    public static IElement ListOf(Page page, string words) =>
        page
            .Document.QuerySelectorAll("main select")
            .Single(one => LabelOf(page, one).Contains(words, StringComparison.Ordinal));

    /// <summary>What is chosen for a question.</summary>
    public static string ChosenFor(Page page, string words) =>
        ListOf(page, words).QuerySelector("option[selected]")!.TextContent;

    /// <summary>The name of the field beside the list that answers a question.</summary>
    public static string OwnFieldOf(Page page, string words) =>
        ListOf(page, words)
            .GetAttribute("name")!
            .Replace("Answers", "Typed", StringComparison.Ordinal);

    /// <summary>What stands in a field.</summary>
    public static string ValueOf(Page page, string field) =>
        page.Document.QuerySelector($"[name='{field}']")!.GetAttribute("value") ?? "";
}
