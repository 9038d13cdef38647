using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.WriteUps;
using Moothall.Tests.Features.CommunitySafetyHub.Meetings;
using Moothall.Tests.Features.CommunitySafetyHub.WriteUps;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.PaperCopies;

/// <summary>The pack that a meeting is held with and the form that it is written up on have the same parts and numbers.</summary>
public sealed class PackTests
{
    private static readonly string Pack = $"/Meetings/{World.NextMeeting}/Pack";

    [Theory, BothDatabases]
    public async Task Pack_and_form_have_the_same_parts_and_numbers(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        moot.Clock.Set(Sitting.Morning.AddHours(3));
        using var carys = await moot.AsAsync(People.Coordinator);
        var pack = await MakeAsync(carys);
        var form = await carys.GetAsync(PaperSheet.Address);
        string[] parts =
        [
            PaperParts.People,
            PaperParts.Items,
            PaperParts.Actions,
            PaperParts.Times,
        ];
        Assert.Equal(parts, Texts(pack, ".moot-paper h2"));
        Assert.Equal(parts, Texts(form, "main h2").Intersect(parts));
        // The item closed to her is on neither, and the number after it is the agenda's own.
        string[] numbers = ["1.", "2.", "3.", "4.", "6."];
        Assert.Equal(
            numbers,
            Texts(pack, ".moot-paper thead th:first-child").Where(one => one.EndsWith('.'))
        );
        Assert.Equal(
            numbers,
            Texts(form, "main fieldset > legend").Select(one => one.Split(' ')[0])
        );
        // What one writes on the paper has a place on the form.
        foreach (
            var (written, field) in new[]
            {
                ("Began, ended", ".Started"),
                ("What was shared, by which agency and whom", ".Share.Text"),
                ("Summary", ".Summary"),
                ("Decision", ".Decision"),
                ("Challenge or different view, and whose", ".Dissent"),
                ("The case", ".Case"),
            }
        )
        {
            Assert.Contains(written, Texts(pack, ".moot-paper td"));
            Assert.Contains(
                PaperSheet.RowOf(form, sitting.CaseItem) + field,
                form.Text,
                StringComparison.Ordinal
            );
        }
    }

    [Theory, BothDatabases]
    public async Task People_stand_under_their_case_and_open_actions_can_be_written_on(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);
        var pack = await MakeAsync(carys);
        var item = pack
            .Document.QuerySelectorAll(".moot-paper table")
            .Single(one => one.TextContent.Contains(Sitting.CaseTitle, StringComparison.Ordinal));
        // The title heads its own table, so that it is never left at the foot of a sheet.
        Assert.Contains(
            Sitting.CaseTitle,
            item.QuerySelector("thead")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"Ann {Sitting.PersonMarker}, victim, born 1 May 1970",
            item.TextContent,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(Sitting.SecretMarker, pack.Text, StringComparison.Ordinal);
        var action = pack
            .Document.QuerySelectorAll(".moot-paper tr")
            .Single(row => row.TextContent.Contains("Oldmark", StringComparison.Ordinal));
        Assert.Equal(
            ["4", "Housing", "24 November 2026", "☐ Done☐ Not done☐ No further hub action"],
            new[] { 0, 2, 3, 4 }
                .Select(cell => action.Children[cell].TextContent.Trim())
                .Select(text =>
                    text.EndsWith("Housing Options", StringComparison.Ordinal) ? "Housing" : text
                )
        );
        // Who is named to a few has them on their own sheets.
        using var sunil = await moot.AsAsync(People.SecondCoordinator);
        Assert.Contains(
            Sitting.SecretMarker,
            (await MakeAsync(sunil)).Text,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task What_holds_a_kept_address_is_not_put_on_paper(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        await moot.WithAsync(async db =>
        {
            var action = await db.Set<HubAction>().FirstAsync(one => one.Text.Contains("Oldmark"));
            action.Text = "Visit 14, Hidden Ln before Friday";
            var person = await db.Set<CasePerson>().FirstAsync();
            db.Add(
                new ProtectedValue
                {
                    PersonId = person.Id,
                    Kind = ProtectedKind.Address,
                    Sealed = moot
                        .Services.GetRequiredService<ProtectedSeal>()
                        .Seal("14 Hidden Lane\nTestbourne"),
                    Why = "A former partner",
                }
            );
        });
        using var carys = await moot.AsAsync(People.Coordinator);
        var pack = await MakeAsync(carys);
        Assert.DoesNotContain("Hidden", pack.Words, StringComparison.Ordinal);
        Assert.Contains("Not on paper", pack.Words, StringComparison.Ordinal);
    }

    private static async Task<Page> MakeAsync(Browser browser) =>
        await browser.PostAsync(await browser.GetAsync(Pack), "Make a numbered pack");

    private static List<string> Texts(Page page, string selector) =>
        [.. page.Document.QuerySelectorAll(selector).Select(one => one.TextContent.Trim())];
}
