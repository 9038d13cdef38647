using System.Text;
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
}
