using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Tests.Hosting;
using static Moothall.Tests.Features.CommunitySafetyHub.MeetingMinutes.EndedMeeting;

namespace Moothall.Tests.Features.CommunitySafetyHub.MeetingMinutes;

/// <summary>Minutes carry initials only: signing waits until each known name is replaced or kept with a reason (settled 12).</summary>
public sealed class InitialsPageTests
{
    [Theory, BothDatabases]
    public async Task Signing_waits_until_each_name_is_settled(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await HoldAsync(moot, "Terence Quill shouted at PC Quill. Dominic Lee will ring.");
        await DraftAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);
        var sign = await carys.GetAsync($"{Address}/Sign");
        Assert.Contains("2 names still stand in the text", sign.Words, StringComparison.Ordinal);
        Assert.Empty(sign.Document.QuerySelectorAll("main form"));

        var edit = await carys.GetAsync($"{Address}/Edit");
        Assert.Contains("write “TQ”", edit.Words, StringComparison.Ordinal);
        var replaced = await carys.PostAsync(edit, "Replace “Terence Quill” by TQ");
        Assert.Contains("One name was replaced", replaced.Words, StringComparison.Ordinal);
        var without = await carys.PostAsync(replaced, "Or keep it", fields: [("why", " ")]);
        Assert.Contains(
            "Say why “Quill” stays",
            Assert.Single(without.Errors),
            StringComparison.Ordinal
        );
        var accepted = await carys.PostAsync(
            without,
            "Or keep it",
            fields: [("why", "the officer's own name")]
        );
        Assert.Contains("No known name stands", accepted.Words, StringComparison.Ordinal);
        Assert.Contains(
            "TQ shouted at PC Quill.",
            (await MinutesAsync(moot)).Sections.Single(s => s.ItemId == OpenItem).Text,
            StringComparison.Ordinal
        );
        var reason = await moot.WithAsync(db => db.Set<NameAccepted>().SingleAsync());
        Assert.Equal("the officer's own name", reason.Why);
        await SignAsync(moot, People.Coordinator);
        Assert.Equal(MinutesStatus.SignedOnce, (await MinutesAsync(moot)).Status);
    }

    [Theory, BothDatabases]
    public async Task Somebody_of_another_case_is_found_by_the_full_name_only(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await HoldAsync(moot, "Terence and Wilhelmina Oduya met. Wilhelmina is the caretaker.");
        await DraftAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);
        var edit = await carys.PostAsync(
            await carys.GetAsync($"{Address}/Edit"),
            "Replace all by initials"
        );
        Assert.Contains("2 names were replaced", edit.Words, StringComparison.Ordinal);
        Assert.Contains(
            "TQ and WO met. Wilhelmina is the caretaker.",
            edit.Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task A_heading_is_looked_through_as_the_text_is(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await HoldAsync(moot);
        await moot.WithAsync(async db =>
        {
            var item = await db.Set<AgendaItem>().SingleAsync(one => one.Id == OpenItem);
            item.Title = "CSH-2026-AAAA: Terence Quill and his noise";
        });
        await DraftAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);
        Assert.Contains(
            "One name still stands",
            (await carys.GetAsync($"{Address}/Sign")).Words,
            StringComparison.Ordinal
        );
        await carys.PostAsync(
            await carys.GetAsync($"{Address}/Edit"),
            "Replace “Terence Quill” by TQ"
        );
        Assert.Equal(
            "CSH-2026-AAAA: TQ and his noise",
            (await MinutesAsync(moot)).Sections.Single(s => s.ItemId == OpenItem).Heading
        );
        await SignAsync(moot, People.Coordinator);
        Assert.Equal(MinutesStatus.SignedOnce, (await MinutesAsync(moot)).Status);
    }

    [Theory, BothDatabases]
    public async Task A_forced_signature_over_a_name_is_refused(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await HoldAsync(moot);
        await DraftAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await carys.GetAsync($"{Address}/Sign");
        await moot.WithAsync(async db =>
        {
            var minutes = await LoadAsync(db);
            var item = minutes.Sections.Single(s => s.ItemId == OpenItem);
            minutes.Edit(item, item.Heading, "Mr Quill.", "Maureen", End.AddHours(1));
        });
        var hash = (await MinutesAsync(moot)).CurrentHash;
        var refused = await carys.PostAsync(page, "Sign these", fields: [("ShownHash", hash)]);
        Assert.Contains(
            "One name still stands",
            Assert.Single(refused.Errors),
            StringComparison.Ordinal
        );
        Assert.Empty((await MinutesAsync(moot)).Signatures);
    }

    [Theory, BothDatabases]
    public async Task All_are_replaced_at_once(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await HoldAsync(moot, "Terence was seen. Quill, Terence: no change.");
        await DraftAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await carys.PostAsync(
            await carys.GetAsync($"{Address}/Edit"),
            "Replace all by initials"
        );
        Assert.Contains("2 names were replaced", page.Words, StringComparison.Ordinal);
        Assert.Contains("TQ was seen. TQ: no change.", page.Words, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Two_people_who_correct_one_part_see_both_texts(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await HoldAsync(moot);
        await DraftAsync(moot);
        var id = (await MinutesAsync(moot)).Sections.Single(s => s.ItemId == OpenItem).Id;
        using var carys = await moot.AsAsync(People.Coordinator);
        using var sunil = await moot.AsAsync(People.SecondCoordinator);
        var hers = await carys.GetAsync($"{Address}/Edit/{id}");
        var his = await sunil.GetAsync($"{Address}/Edit/{id}");
        await carys.PostAsync(hers, "Save", fields: [("Input.Text", "Her text")]);
        var clash = await sunil.PostAsync(his, "Save", fields: [("Input.Text", "His text")]);
        Assert.Contains("Her text", clash.Words, StringComparison.Ordinal);
        Assert.Contains("His text", clash.Words, StringComparison.Ordinal);
        await sunil.PostAsync(clash, "Save");
        Assert.Equal("His text", (await MinutesAsync(moot)).Sections.Single(s => s.Id == id).Text);
    }
}
